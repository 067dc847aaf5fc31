"""The map of the site for search engines: every page, the day it last changed, and its twin."""

from collections.abc import Sequence
from xml.etree import ElementTree as Tree
from xml.etree.ElementTree import Element

from macros.machine.pages import PageFacts, alternates
from macros.machine.site import Site
from macros.machine.xml import add, as_text

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
ADDRESS = "sitemap.xml"
XHTML = "http://www.w3.org/1999/xhtml"


def as_sitemap(site: Site, pages: Sequence[PageFacts]) -> str:
    """Return the map; a page whose content carries no day has none here either."""
    Tree.register_namespace("xhtml", XHTML)
    root = Element("urlset", {"xmlns": NAMESPACE})
    for page in pages:
        url = add(root, "url")
        add(url, "loc", site.absolute(page.address))
        if page.changed:
            add(url, "lastmod", page.changed.isoformat())
        for language, address in alternates(site, page):
            add(url, f"{{{XHTML}}}link", attributes={"rel": "alternate", "hreflang": language, "href": address})
    return as_text(root)
