# The ledger of reminders: who was not told, whom to telephone, what is stuck. No subjects, no citizen's name.

ledger-heading = <b>{ $one_day ->
    [true] { $first }
   *[false] From { $first } to { $last }
 }: { $total ->
    [one] one reminder
   *[other] { $total } reminders
 } { $whose ->
    [own] for you
    [unit] in the unit
   *[office] in the office
 } did not arrive</b>
ledger-none = { $one_day ->
    [true] { $first }
   *[false] From { $first } to { $last }
 }: no reminder { $whose ->
    [own] for you
    [unit] in the unit
   *[office] in the office
 } failed to arrive.
ledger-end = That was the end of the list.
ledger-line = { $number }. { $person } · { $what }{ $named ->
    [0] {""}
   *[other] { " " }({ $labels }{ $more ->
        [0] {""}
       *[other] { " " }and { $more } more
    })
 } · { $fate }{ $has_phone ->
    [true] { " " }· tel. { $phone }
   *[false] {""}
 }
ledger-command-line = { $time } · { $person } · { $what } · { $fate }{ $attempts ->
    [0] {""}
    [one] { " " }(tried once)
   *[other] { " " }(tried { $attempts } times)
 }
ledger-command-none = There are no reminders.
ledger-command-none-missing = No reminder failed to arrive.
ledger-command-sum = { $total ->
    [one] One line.
   *[other] { $total } lines.
 }
ledger-nobody = (somebody not linked)
ledger-day-wrong = --day { $given }: write the day as 2026-11-25.
ledger-what = { $kind ->
    [brief] the morning's brief
    [meeting] reminder of a meeting
    [item] “remind me later”
    [moved] news of moved due times
    [reply] an answer
    [account] news of an account
    [relay] words passed on
    [given] new work
    [urgent] urgent work
    [news] news of a document
    [follow] news of a followed dossier
    [apology] draft of an apology
    [calls] list of whom to call
    [calls-instead] list of whom to telephone, in the place of a văn thư (no other could be reached)
   *[alarm] alarm
 }{ $items ->
    [0] {""}
    [one] , one item
   *[other] , { $items } items
 }
ledger-fate = { $fate ->
    [arrived] sent by { $channel }
    [on_its_way] being sent
    [not_linked] no account is linked
    [blocked] has blocked the assistant ({ $channel })
    [refused] refused ({ $channel })
    [channel_down] the channel could not send it
    [too_late] too late to be of use
    [window_closed] may not be written to: they have said nothing for long on { $channel }
    [over_budget] the budget is used up ({ $channel }), waits until { $time }
    [away] nobody was there ({ $channel }); told first when they write
   *[waits_for_hours] waits until it may be sent: { $time }
 }

calls-heading = { $name }: { $number ->
    [one] one person has
   *[other] { $number } people have
 } not been reached by today's reminders on any channel. Please telephone.
calls-line = { $number }. { $person }{ $has_unit ->
    [true] { " " }({ $unit })
   *[false] {""}
 } · { $has_phone ->
    [true] tel. { $phone }
   *[false] no telephone number
 } · { $items ->
    [one] one item
   *[other] { $items } items
 }
calls-instead = This list is for a văn thư; when it was made no other could be reached, so it comes to you.
calls-what-to-say = What to say: something is urgent, due today or late; please open the office's software, or link an account with the assistant.

alarm-stuck = <b>Messages are stuck:</b> { $number } past their time and not sent, the first since { $since }.
alarm-stuck-do = What to do: read the program's log (journalctl), check the network and the channel. Each message: python -m bot notices --missing
alarm-failing = <b>{ $channel } takes no messages:</b> { $number } people refused or given up, since { $since }.
alarm-failing-do = What to do: check the channel and its token. Each message: python -m bot notices --missing
alarm-unplanned = <b>The morning's briefs were not planned:</b> due since { $since }; { $number } people have something due or late.
alarm-unplanned-do = What to do: read the program's log, try python -m bot remind --dry-run, then start the service again.
alarm-budget = <b>Only the reserve of { $channel } is left:</b> { $number } of { $most } messages sent this { $period ->
    [day] day
   *[month] month
 }, since { $since }; { $reserve } are kept for Hỏa tốc and Thượng khẩn.
alarm-authorise = <b>{ $channel }: must be authorised again</b>, since { $since }. The assistant cannot send on this channel.
alarm-authorise-do = To do: an administrator of the Official Account takes a new refresh token from Zalo's API Explorer, puts it into OFFICE_ZALO_OA_REFRESH_TOKEN and starts the service again. More: docs/connect-zalo.md
alarm-quota = <b>{ $channel }: the package's messages are used up</b>, since { $since }. Messages wait or go by another channel.
alarm-quota-do = To do: take a larger package in the channel's administration, or let them wait for the next period.
alarm-administration = <b>{ $channel }: a package, a right or a verification is missing</b>, since { $since }. The assistant cannot send on this channel.
alarm-administration-do = To do: run python -m bot zalo check to see what is refused, then follow docs/connect-zalo.md
alarm-budget-do = What to do: raise the budget (python -m bot budgets set), or let the rest wait for the next period.

budgets-none = No channel has a budget: there is no limit.
budgets-line = { $channel } · { $period ->
    [day] a day
   *[month] a month
 } · at most { $most } messages, { $reserve } of them kept for Hỏa tốc and Thượng khẩn · { $used } sent
budgets-set = Set: { $budget }
budgets-removed = Removed: { $channel }.
budgets-not-there = { $channel } has no such budget. See: python -m bot budgets
budgets-reserve-wrong = --reserve { $reserve }: the reserve may not be more than the budget, { $most }.
budgets-channel-wrong = There is no channel { $channel }; known are: { $known }.
