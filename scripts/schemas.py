"""Write the schemas that give editors completion and help into docs/data/schemas/."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from scripts import export

FOLDER = Path("docs") / "data" / "schemas"

if __name__ == "__main__":
    export.write_schemas(environment.ROOT / FOLDER)
    print(f"Skrev skjemaene i {FOLDER.as_posix()}/.")
