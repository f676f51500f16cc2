# Makes deadlines.csv beside it, without a line of the house's own code: walks day by day over the notices of 2012 to 2026.
# Run it in this folder: python3 deadlines.py
import json
from datetime import date, timedelta

notices = json.load(open("../../../../main/resources/data/cn-holidays-2012-2026.json"))
off, on = set(notices["holidays"]), set(notices["workdays"])
DAY = timedelta(days=1)


def works(day):
    text = day.isoformat()
    return text in on or (day.weekday() < 5 and text not in off)


def after(day, days):
    while days:
        day += DAY
        days -= works(day)
    return day


def before(day):
    day -= DAY
    while not works(day):
        day -= DAY
    return day


with open("deadlines.csv", "w") as table:
    table.write("day,workdays,due,yellow,red\n")
    day, turn = date(2012, 1, 31), 0
    while day < date(2026, 11, 10):
        days = (2, 5, 10, 15, 22)[turn % 5]
        due = after(day, days)
        table.write(f"{day},{days},{due},{before(due)},{after(due, 1)}\n")
        day, turn = day + 2 * DAY, turn + 1
