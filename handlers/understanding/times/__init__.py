"""From words to times.

A sentence is read in three steps. `vietnamese` and `english` find the smallest times in it
(“sáng”, “thứ 5”, “tuần sau”), each of which says a part of a time. `joining` puts neighbours
together (“sáng thứ 5 tuần sau”), `resolving` looks at the calendar, and `ranges` sees “từ … đến”,
“trước”, “sau” around them. `finding` does all of it.
"""
