# The office's own records, from a file

import-heading = The file { $file }: { $kind ->
    [incoming] register of incoming documents
    [outgoing] register of outgoing documents
    [dossiers] dossiers
    [people] list of people
    [units] list of units
    [facts] facts of the office
    [procedures] catalogue of procedures
   *[days] days off and worked days
}, { $rows } { $rows ->
    [one] row
   *[other] rows
}.
import-would = If imported: { $new } new, { $changed } changed, { $same } as before.
import-written = Imported: { $new } new, { $changed } changed, { $same } as before.
import-as-before = Nothing differs from what is there: { $new } new, { $changed } changed, { $same } as before.
import-kept = { $number } { $number ->
    [one] row keeps
   *[other] rows keep
} what was changed or closed in the assistant.
import-doubts = { $number } { $number ->
    [one] row has a state
   *[other] rows have states
} that cannot come after the one known here:
import-doubts-press = If the one-stop system really says so, press “As the source says”; if not, correct the file and send it again.
import-doubts-accept = Nothing was imported. If the one-stop system really says so, add --accept-states; if not, correct the file.
import-demo = This is a demonstration: what is imported is gone when it moves on to a new day.
import-remarks = Please note:
import-nothing-taken = No row was imported: a file is taken as a whole or not at all.
import-missing = These columns are missing: { $names }.
import-unplaced = Unknown columns, which will not be imported: { $names }.
import-map = If the file has them under other names, add --map "name in the file=name in the template"; saying it once is enough.
import-ask-for-map = If the file has them under other names, please rename them as in the template and send it again, or ask the administrator to tell the names once.
import-map-unknown = The template has no column “{ $name }”. Its columns are: { $names }.
import-map-form = Write --map as "name in the file=name in the template".
import-mapped = The names of the columns are remembered.
import-where = { $has_column ->
    [true] Row { $row }, column { $column }{ $has_header ->
        [true] { " " }({ $header })
       *[false] { "" }
    }
   *[false] Row { $row }
}
import-problem = { $where }: { $what }
import-problems = { $number } { $number ->
    [one] place
   *[other] places
} to correct in { $rows } { $rows ->
    [one] row
   *[other] rows
}:
import-more = … and { $number } more.
import-errors-file = { $name } – to correct.xlsx
import-progress = { $step ->
    [read] { $rows } rows read …
   *[checked] { $rows } rows checked …
}
import-errors-written = Your sheet with a column “Lỗi” is in { $file }.
import-template-written = An empty sheet is in { $file }.

import-problem-required = “{ $name }” is empty. Please fill it in.
import-problem-number = “{ $read }” is no whole number above 0. Please write one, such as 812.
import-problem-day = “{ $read }” is no date. Please write it as 20/11/2026.
import-problem-day-none = “{ $read }” is in no calendar. Please check the day and the month.
import-problem-day-short-year = “{ $read }”: please write the year with four digits, as 20/11/2026.
import-problem-day-ambiguous = “{ $read }”: other dates of this column have the month in front, so the day cannot be told from the month. Please write the whole column as day/month/year.
import-problem-year = “{ $read }”: the year { $year } cannot be right. Please check it.
import-problem-day-ahead = { $day } has not come yet. Please check the date.
import-problem-procedure-code = “{ $read }” is no code of a procedure. Please write it as on the portal, such as 1.000948.
import-problem-procedure-limit = “{ $read }” does not say how long. Please write a number and its unit: 10 ngày làm việc, 30 ngày, Trong ngày.
import-problem-ends-before = it ends before it begins to apply. Please check both days.
import-problem-choice = “{ $read }”: please write one of: { $choices }.
import-problem-too-long = longer than { $most } characters. Please shorten it.
import-problem-unit-unknown = there is no unit “{ $read }”.{ $has_nearest ->
    [true] { " " }Nearest: { $nearest }. Please write a code or name like that
   *[false] { " " }Please check the name
}, or import the list of units first.
import-problem-person-unknown = there is nobody called “{ $read }”.{ $has_nearest ->
    [true] { " " }Nearest: { $nearest }. Please write the full name like that
   *[false] { " " }Please check the name
}, or import the list of people first.
import-problem-person-several = several people are called “{ $read }” ({ $units }). Please name their unit in the column of units.
import-problem-twice = the same as row { $first }. Please keep one of the two.
import-problem-sign = “{ $read }” is no number of an outgoing document. Please write it as printed, such as 3100/QĐ-UBND.
import-problem-role-differs = in the system this person is { $role ->
    [officer] an officer
    [clerk] a clerk
    [head] a head of unit
    [leader] a leader
   *[admin] an administrator
}. A role is changed by “python -m bot move”, as rights depend on it; please write the role as it is.
import-problem-same-name = { $name } is in { $unit } already: this will be somebody else of that name. If they moved, please use “python -m bot move”.
import-problem-parent-unknown = there is no unit with the code “{ $read }”. Please write the code of a unit that is there, or in the file.
import-problem-parent-itself = a unit cannot be under itself (“{ $read }”). Please leave it empty or write the code of the unit above.
import-problem-dated-after = dated after it arrived.
import-problem-dossier-code = read “{ $read }”, which is no dossier code. Please write it as on the receipt, e.g. 000.00.12.H37-261116-0045.
import-problem-due-before-received = it is due before the day on which it was received, { $day }. Please check.
import-problem-desk-of-others = the dossier was received elsewhere. Each desk imports its own; a file of several is the administrator's to import.
import-problem-dossier-of-others = this dossier was received elsewhere, so it cannot be imported from this account.
import-problem-digits = at least four digits are needed. What stands there is not kept.
import-problem-procedure-unknown = there is no procedure “{ $read }” in the catalogue, so the dossier has no name of one. It is enough to import the file again once the catalogue is there.
import-problem-state-order = here: { $old }; in the file: { $new }.
import-problem-secret = bears a mark of secrecy.

import-secret = The file bears marks of secrecy. The assistant imports and keeps nothing of it. The marks are in:
import-secret-what-now = Secret documents have a register of their own, outside this system. Please take these rows out, delete the file from this conversation, and tell the office's person in charge of state secrets at once.

import-not-a-table = This file could not be read as a table. Please save it as .xlsx or .csv and send it again.
import-other-kind = Only .xlsx and .csv files are imported. Please save .xls and .ods files as .xlsx and send them again.
import-empty = There is no row in the file. Please check it.
import-too-big = The file is larger than { $megabytes } MB. Please split the register by quarter or month.
import-too-many-rows = The file has more than { $most } rows. Please split the register by year or quarter.
import-old-font = The file is typed in an old font (TCVN3 or VNI). Please convert it to Unicode and send it again.
import-encoding = The .csv file has an encoding that could not be read. Please save it as “CSV UTF-8” or .xlsx.
import-not-fetched = The file could not be fetched. Please send it again in some minutes.
import-unknown = It is not clear which register this is. The row of headers needs names as in the template, such as “Số đến”, “Ngày đến”, “Trích yếu”.
import-not-yours = Importing files is for clerks, the people of a one-stop desk and the administrator, who send the file themselves.
import-not-your-kind = { $kind ->
    [incoming] The register of incoming documents is imported by the clerks.
    [outgoing] The register of outgoing documents is imported by the clerks.
    [dossiers] Dossiers are imported by people of the one-stop desk; the first time by the administrator.
    [people] The list of people is imported by the administrator.
    [units] The list of units is imported by the administrator.
    [facts] The facts of the office are imported by the administrator.
    [procedures] The catalogue of procedures is imported by the clerks or the administrator.
   *[days] Days off are imported by the administrator.
}
import-not-held = The file is not held any more. Please send it again.
import-left = All right, the file is forgotten and nothing was imported.
import-button = Import
import-button-accept = As the source says
import-button-leave = Leave it
