"""Compressed copies beside the files that shrink, the same byte for byte however often they are made."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml", ".csv", ".map"}
# A smaller file goes in one packet as it is.
SMALLEST = 512
BEST = 11


def beside(folder: Path, quality: int = BEST) -> int:
    """Write `.br` and `.gz` beside every text in a folder, and return how many; `quality` is Brotli's, 0 to 11."""
    texts = sorted(file for file in folder.rglob("*") if file.suffix in TEXT and file.stat().st_size >= SMALLEST)
    # Both libraries let other threads run while they work.
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda file: _copies(file, quality), texts))
    return len(texts)


def _copies(file: Path, quality: int) -> None:
    content = file.read_bytes()
    file.with_name(f"{file.name}.br").write_bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality))
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, compresslevel=min(quality, 9), mtime=0))
