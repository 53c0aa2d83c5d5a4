# Dossiers of the one-stop desk. Citizens and officials are both “you” in English.
# $state: one of the ten states; $standing: ahead, today, late; $days: working days.

dossier-state = { $state ->
    [submitted] submitted, waiting to be received
    [received] received
    [refused] not accepted
    [processing] being processed
    [supplement] waiting for papers
    [payment] waiting for payment
    [withdrawn] withdrawn
    [stopped] stopped
    [finished] result ready to collect
   *[returned] result handed over
 }
dossier-due = { $standing ->
    [late] { $days ->
        [0] just overdue ({ $due })
        [one] { $days } working day overdue ({ $due })
       *[other] { $days } working days overdue ({ $due })
    }
    [today] due today ({ $due })
    [last] today is the last working day before it is due ({ $due })
   *[ahead] { $days ->
        [one] { $days } working day left ({ $due })
       *[other] { $days } working days left ({ $due })
    }
 }
dossier-due-none = no due date yet
dossier-due-waiting = the clock stands still
dossier-line = <b>{ $code }</b> · { $procedure }: { $state }
dossier-line-due = <b>{ $code }</b> · { $procedure }: { $state }, { $due }
dossier-procedure-unknown = procedure not recorded
dossier-office-unknown = the receiving desk
dossier-provisional = The number of days is provisional: there is no official notice yet about { $day }.

dossier-status-title = <b>Dossier { $code }</b>
dossier-status-procedure = { $procedure }
dossier-status-where = { $state ->
    [submitted] The dossier has reached { $office } and waits to be received.
    [received] { $office } has received the dossier and is passing it on to those who will process it.
    [refused] The dossier was not accepted. The reason is in the refusal slip from { $office }.
    [processing] The dossier is being processed at { $office }.
    [supplement] The dossier is on hold until you send the missing papers.
    [payment] The dossier waits for you to pay the fee.
    [withdrawn] The dossier was withdrawn at the applicant's request.
    [stopped] Work on the dossier has stopped. The reason is in the notice from { $office }.
    [finished] { $by ->
        [post] The dossier is finished and the result is on its way by post.
        [electronic] The dossier is finished and the electronic result is there.
       *[other] The dossier is finished and the result waits for you at { $office }.
    }
   *[returned] The dossier is finished and the result was handed over.
 }
dossier-status-next = { $state ->
    [submitted] Next: in office hours the papers are checked, then received, or you are asked for more.
    [received] Next: somebody is put in charge of it.
    [processing] { $by ->
        [post] Next: the result is posted to the address you gave.
        [electronic] Next: the electronic result is sent to your account on the National Public Service Portal.
       *[other] Next: the result goes back to { $office }, where you collect it.
    }
    [supplement] Next: work goes on when all the papers are there.
   *[payment] Next: work goes on when the payment has arrived.
 }
dossier-status-due = { $standing ->
    [late] The result was due on { $due }{ $days ->
        [0] {""}
        [one] , { $days } working day ago
       *[other] , { $days } working days ago
    }. We are sorry for the delay.
    [today] The result is due today, { $due }.
    [last] The result is due on { $due }; today is the last working day before.
   *[ahead] The result is due on { $due }, { $days ->
        [one] { $days } working day from now
       *[other] { $days } working days from now
    }.
 }
dossier-status-due-off = The office is closed on that day; the result is given out from { $opens } on.
dossier-status-due-none = The due date is set when the dossier has been received.
dossier-status-due-waiting = Waiting does not count towards the time limit. The due date when it stopped was { $due }; it moves back by the days of waiting.
dossier-status-waiting-since = On hold since { $since }.
dossier-status-step = Current step: { $step }.
# $side: early, on-time, late; undated where no day was ever promised.
dossier-status-finished = Finished at { $at }{ $side ->
    [early] , before the due date
    [on-time] , on the due date
    [late] , after the due date. We are sorry for the delay
   *[undated] {""}
 }.
dossier-status-why = How the due date is counted: { $why }
dossier-status-missing = Papers still needed: { $missing }.
dossier-status-asked-in = Asked for in { $letter }.
dossier-status-asked-until = Please bring them by { $day }.
dossier-status-fee = Amount to pay: { $amount } đồng.
dossier-status-fee-how = How to pay: { $how }.
dossier-status-now = { $state ->
    [supplement] What to do now: send the papers named in the request you were given.
    [payment] What to do now: pay the fee as stated in the notice you were given.
    [finished] { $by ->
        [post] What to do now: wait for the postman to bring the result to the address you gave.
        [electronic] What to do now: open your account on the National Public Service Portal, dichvucong.gov.vn, to get the electronic result.
        [counter] What to do now: bring your receipt and an identity paper to { $office } to collect the result.
       *[other] What to do now: bring your receipt and an identity paper to collect the result.
    }
    [refused] You may submit again with the papers named in the refusal slip.
    [stopped] If you have questions, please ask where you submitted it.
    [withdrawn] There is nothing more for you to do.
    [returned] There is nothing more for you to do.
   *[other] There is nothing for you to do at the moment.
 }
dossier-status-contact = Processed at { $unit }, telephone { $phone }.
dossier-status-as-of = As of { $at }.{ AGED($at) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

dossier-status-desk-state = State: { $state }.
dossier-status-desk-unit = Processed at { $unit }.
dossier-status-desk-holder = Processed at { $unit }. Held by { $holder }.
dossier-status-desk-office = Received at { $office }.
dossier-status-desk-asked-again = Papers were asked for { $number } times, so the national indicator (QĐ 766/2022) counts it as late.
dossier-status-desk-unassigned = Not assigned to a unit yet.
dossier-status-desk-due = { $standing ->
    [late] Due on { $due }{ $days ->
        [0] , just overdue
        [one] , { $days } working day overdue
       *[other] , { $days } working days overdue
    }.
    [today] Due today, { $due }.
    [last] Due on { $due }; today is the last working day before.
   *[ahead] Due on { $due }, { $days ->
        [one] { $days } working day left
       *[other] { $days } working days left
    }.
 }
dossier-status-desk-due-none = No due date yet.
dossier-status-desk-due-waiting = The clock stands still. Due date when it stopped: { $due }.

dossier-timeline-button = See the timeline
dossier-timeline-title = Dossier { $code }
dossier-timeline-heading = <b>{ $title }: timeline</b>
dossier-timeline-earlier = ({ $number ->
    [one] { $number } earlier step is not shown here
   *[other] { $number } earlier steps are not shown here
 })
dossier-timeline-at = { $at }
dossier-timeline-on = { $day }
dossier-timeline-unit = { $unit }
dossier-timeline-state = { $state ->
    [submitted] Sent in
    [received] Received
    [refused] Not accepted
    [processing] Being processed
    [supplement] Waiting for your papers
    [payment] Waiting for your payment
    [withdrawn] Withdrawn
    [stopped] Stopped
    [finished] Result is there
   *[returned] Result handed over
 }
dossier-timeline-happened = { $state ->
    [submitted] Sent in
    [received] Received
    [processing] Passed on to be processed
    [supplement] Papers were asked for
    [payment] A payment was asked for
   *[finished] Result is there
 }
dossier-timeline-ahead = { $state ->
    [received] Reception
    [processing] Processing
   *[returned] The result is handed over
 }
# $mark: past, now, rests, over, ahead.
dossier-timeline-line = { $mark ->
    [now] { $number }. <b>{ $words }</b> (now)
    [rests] { $number }. <b>{ $words }</b> (now, the clock stands still)
    [over] { $number }. <b>{ $words }</b>
    [ahead] { $number }. Next: { $words }
   *[past] { $number }. { $words }
 }

dossier-status-list-own = { $total ->
    [one] You have { $total } dossier that is not closed:
   *[other] You have { $total } dossiers that are not closed:
 }
dossier-status-list-mine = { $total ->
    [one] You hold { $total } open dossier:
   *[other] You hold { $total } open dossiers:
 }
dossier-status-list-visible = { $total ->
    [one] There is { $total } open dossier:
   *[other] There are { $total } open dossiers, the first due on top:
 }
dossier-status-list-opened = { $total ->
    [one] This account has opened { $total } dossier that is not closed:
   *[other] This account has opened { $total } dossiers that are not closed:
 }
dossier-status-list-none-own = None of the dossiers linked to this account is still open. If you have another code, please send it.
dossier-status-list-none-staff = There are no open dossiers here. You may send a code to look one up.
dossier-status-list-end = That is the end of the list.
dossier-status-ask-code =
    Please send the code printed on your receipt.
    It looks like <b>000.00.12.H37-261116-0045</b>; small letters or missing dots are fine.
dossier-not-found =
    No dossier with the code <b>{ $code }</b> was found.
    Please check the code on your receipt. A dossier that was just submitted may take a few minutes to appear.
