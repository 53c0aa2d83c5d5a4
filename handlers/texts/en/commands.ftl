# What the commands on the server print. A line a person and item; no subjects, no citizens' names.
program-ready = The office assistant is open at { $url } (Ctrl+C stops it).

demo-office = The demonstration office
demo-filled = { $office } was written to { $store }.
store-upgraded = The store has revision { $revision }. { $copied ->
    [yes] As it was before, it is kept in { $copy }.
   *[no] Nothing had to be copied.
 }

requests-none = No request about personal data waits for an answer.
requests-line = Number { $number } · { $kind } · sent { $asked } · to be answered by { $day }{ $late ->
    [true] , OVERDUE
   *[false] {""}
 } · channel { $channel }
requests-words = { $words }
requests-unknown = There is no request number { $number } that waits for an answer. To list them: python -m bot requests
requests-done = The answer to request number { $number } is noted; whoever sent it is told where they sent it.
requests-note-missing = Please write the answer: --note "…". Whoever asked will read it as it stands.

unlearnt-none = Nothing that was not understood is kept.
unlearnt-line = # { $number } · { $times ->
    [one] once
   *[other] { $times } times
 } · { $who ->
    [officer] officer
   *[citizen] citizen
 } · { $language } · since { $day }
unlearnt-words = { $words }
unlearnt-which = --forget { $given }: write the number of a sentence in the list, or all. To list them: python -m bot phrases
unlearnt-unknown = There is no sentence number { $number }. To list them: python -m bot phrases
unlearnt-forgotten = Deleted: { $number }.

accounts-none = No account is linked.
accounts-line = Number { $number } · { $person } · { $channel } · linked { $since } · last used { $seen }
accounts-ended = Ended: { $account }
staff-left = { $who } no longer works in the office.
staff-moved = The new place of work is noted: { $who }. A new link code is needed.
staff-accounts-ended = Accounts that were ended: { $number }. Unused codes, duties and acting for others have ended as well.
staff-held = Still held, to be given to somebody else: { $number } { $kind ->
    [document] { $number ->
        [one] document
       *[other] documents
    }
    [dossier] { $number ->
        [one] dossier
       *[other] dossiers
    }
   *[petition] { $number ->
        [one] petition
       *[other] petitions
    }
 }.
watchers-none = Nobody was named; only the leaders of the office see beforehand who will be reminded.
watchers-one = – { $who }
watchers-changed = { $may ->
    [true] From now on { $who } sees beforehand who will be reminded of what (“who is reminded tomorrow morning?”).
   *[false] { $who } does not see beforehand who will be reminded any more.
 }
acting-pairs-none = Nobody may act for anybody.
acting-pair = { $secretary } may act for { $leader }, { $title }
acting-changed = { $may ->
    [true] From now on { $secretary } may ask and answer for { $leader }.
   *[false] { $secretary } does not act for { $leader } any more.
 }
