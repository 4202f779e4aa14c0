"""What one writes without a library: for each subject the list of its experts, tested one by one.

It reads the directory itself and knows nothing of the other peers' columns.
"""

import platform
from datetime import date

BANDS = {
    "NN": (0, 0), "00": (0, 0), "01": (1, 2), "02": (3, 5), "03": (6, 9), "11": (10, 19), "12": (20, 49),
    "21": (50, 99), "22": (100, 199),
}  # fmt: skip
SECTIONS = [(3, "A"), (9, "B"), (33, "C"), (35, "D"), (39, "E"), (43, "F"), (47, "G"), (53, "H"), (56, "I"),
            (63, "J"), (66, "K"), (68, "L"), (75, "M"), (82, "N"), (84, "O"), (85, "P"), (88, "Q"), (93, "R"),
            (96, "S"), (98, "T"), (99, "U")]  # fmt: skip


class Loop:
    count, answers = 2_000, True

    def __init__(self, world):
        self.name = f"a loop written by hand, Python {platform.python_version()}"
        directory = world.directory()
        institutions = {one["id"]: one for one in directory["institutions"]}
        antennes = {one["id"]: one for one in directory["antennes"]}
        self.experts = {subject["id"]: [] for subject in directory["subjects"]}
        for expert in directory["experts"]:
            antenne = antennes[expert["antenne"]]
            institution = institutions[antenne["institution"]]
            followed = [*antenne["zones"], *(["france"] if antenne["level"] == "national" else [])]
            criteria = [*institution["criteria"], *antenne["criteria"], *expert.get("criteria", [])]
            for criterion in criteria:
                for field in ("accepted_naf", "excluded_naf", "accepted_legal_forms", "excluded_legal_forms"):
                    if field in criterion and not isinstance(criterion[field], set):
                        criterion[field] = {entry.replace(".", "") for entry in criterion[field]}
            for competence in expert["competences"]:
                subject = competence["subject"]
                zones = competence.get("zones") or expert.get("zones") or followed
                applying = [c for c in criteria if subject in c.get("subjects", [subject])]
                groups = [g["answers"] for g in institution["answer_groups"] if g["subject"] == subject]
                number = int(expert["id"].rsplit("-", 1)[1])
                row = (number, frozenset(zones), institution, set(institution["activities"]), applying, groups)
                self.experts[subject].append(row)

    def parameters(self, need):
        return need

    def answer(self, given):
        need, zones = given["need"], given["zones"]
        activities, opco, answers = need.get("activities"), need.get("opco"), need.get("answers", {})
        facts = self.facts(need)
        found = []
        for number, own, institution, served, criteria, groups in self.experts[need["subject"]]:
            if own.isdisjoint(zones):
                continue
            if served and activities and served.isdisjoint(activities):
                continue
            if institution["categories"] and institution["id"] != opco:
                continue
            if not all(accepts(criterion, facts, zones) for criterion in criteria):
                continue
            if groups and not any(
                all(answers.get(question, wanted) == wanted for question, wanted in group.items()) for group in groups
            ):
                continue
            found.append(number)
        return found

    @staticmethod
    def facts(need):
        facts = {"origin": need.get("origin"), "naf": None, "form": None, "age": None}
        if naf := need.get("naf"):
            code = naf.replace(".", "")
            section = next(letter for last, letter in SECTIONS if int(code[:2]) <= last)
            facts["naf"] = {section, code[:2], code[:3], code[:4], code}
        if form := need.get("legal_form"):
            facts["form"] = {form[0], form[:2], form}
        if created := need.get("created_on"):
            born, on = date.fromisoformat(created), date.fromisoformat(need["on"])
            facts["age"] = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        facts["heads"] = BANDS.get(need.get("headcount_band"))
        return facts


def accepts(criterion, facts, zones):
    """Whether a criterion accepts; the unknown is None."""
    lax = criterion.get("when_unknown") == "accept"
    age, heads, naf, form = facts["age"], facts["heads"], facts["naf"], facts["form"]
    tests = []
    if "min_years" in criterion:
        tests.append(None if age is None else age >= criterion["min_years"])
    if "below_years" in criterion:
        tests.append(None if age is None else age < criterion["below_years"])
    if "min_headcount" in criterion:
        bound = criterion["min_headcount"]
        tests.append(None if heads is None or heads[0] < bound <= heads[1] else heads[0] >= bound)
    if "below_headcount" in criterion:
        bound = criterion["below_headcount"]
        tests.append(None if heads is None or heads[0] < bound <= heads[1] else heads[1] < bound)
    if "accepted_naf" in criterion:
        tests.append(None if naf is None else not naf.isdisjoint(criterion["accepted_naf"]))
    if "accepted_legal_forms" in criterion:
        tests.append(None if form is None else not form.isdisjoint(criterion["accepted_legal_forms"]))
    if "origins" in criterion:
        tests.append(None if facts["origin"] is None else facts["origin"] in criterion["origins"])
    if "excluded_naf" in criterion and naf is not None:
        tests.append(naf.isdisjoint(criterion["excluded_naf"]))
    if "excluded_legal_forms" in criterion and form is not None:
        tests.append(form.isdisjoint(criterion["excluded_legal_forms"]))
    if "excluded_zones" in criterion:
        tests.append(not any(zone in zones for zone in criterion["excluded_zones"]))
    return all(lax if test is None else test for test in tests)
