"""Routes the need of a SIRET: asks a public register for what it knows, and does without where it is down.

python route_siret.py 11145427800016 recruter --commune 59350
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Optional

import httpx

from aiguillage import Company, CompanyError, Need, Router

API = "https://recherche-entreprises.api.gouv.fr"
SAMPLE = Path(__file__).parent.parent / "hauts-de-france"


def company_of(siret: str, api: str = API) -> Optional[Company]:
    """What the register knows of a facility; nothing where it is down or knows nothing."""
    for _ in range(3):
        try:
            answer = httpx.get(f"{api}/search", params={"q": siret}, timeout=5)
            if answer.status_code != 429:
                return Company.from_json(answer.content, siret=siret)
        except (httpx.HTTPError, CompanyError) as error:
            print(f"registre : {error}")
            return None
        wait = answer.headers.get("Retry-After", "")
        time.sleep(min(float(wait) if wait.isdigit() else 1.0, 5.0))
    return None


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("siret")
    arguments.add_argument("subject")
    arguments.add_argument("--commune", help="where the company is, should the register not say")
    arguments.add_argument("--directory", type=Path, default=SAMPLE)
    arguments.add_argument("--api", default=API)
    given = arguments.parse_args()

    need = Need(subject=given.subject, commune=given.commune, siret=given.siret)
    if company := company_of(given.siret, given.api):
        completed = need.with_company(company)
        need = completed.need
        for finding in (*company.findings, *completed.findings):
            print(f"à savoir : {finding.message_in('fr')}")
    for match in Router.open(given.directory).match_experts(need, limit=3):
        print(f"{match.expert.name} ({match.zone})")


if __name__ == "__main__":
    main()
