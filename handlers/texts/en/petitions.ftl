# Petitions. Who sent one is never said; denunciations have no subject (Luật Tố cáo 25/2018).

petition-kind = { $kind ->
    [complaint] Complaint
    [denunciation] Denunciation
   *[proposal] Proposal or feedback
 }
petition-state = { $state ->
    [received] just received
    [classified] classified
    [filed] filed
    [guided] sender was guided
    [forwarded] forwarded
    [sent_back] sent back
    [accepted] accepted
    [verifying] being verified
    [suspended] suspended
    [discontinued] discontinued
    [resolved] decided, sender to be told
   *[answered] sender was told the result
 }
petition-due = { $standing ->
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
petition-due-none = no due date yet
petition-due-suspended = the time of suspension is not counted
petition-line = <b>{ $code }</b>: { $state }, { $due }
petition-over = closed
petition-provisional = The number of days is provisional: there is no official notice yet about { $day }.

petition-status-title = <b>Petition { $code }</b>
petition-status-kind = { $kind }.
petition-status-subject = Subject: { $subject }
petition-status-state = State: { $state }.
petition-status-received = Received on { $day }.
petition-status-unit = Handled by { $unit }.
petition-status-holder = Handled by { $unit }. Held by { $holder }.
petition-status-unassigned = Not assigned to a unit yet.
petition-status-due = Time limit: { $due }.
petition-status-as-of = As of { $at }.{ AGED($at) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

petition-status-stage = { $stage ->
    [received] The petition was received and is being classified.
    [handled] The petition is being examined.
    [replied] A first step was taken; a letter was sent to the address in the petition.
   *[closed] The petition is settled and the result was announced.
 }
petition-status-own-line = <b>{ $code }</b> (received on { $day }): { $stage }
petition-status-own-privacy = To protect senders, details are only given at the citizen reception office (Ban Tiếp công dân) or in writing. The assistant neither takes nor looks up denunciations.
petition-status-ask-code-linked = No petition that can be looked up in a chat is linked to this account. If you have a code on your slip, please send it.
petition-status-not-linked =
    To look up a petition you need the code on your slip.
    Since petitions are a private matter, their state is only told at the citizen reception office (Ban Tiếp công dân) or to an account linked to the sender. Please bring the slip and an identity paper.
petition-status-list-mine = { $total ->
    [one] You hold { $total } open petition:
   *[other] You hold { $total } open petitions:
 }
petition-status-list-visible = { $total ->
    [one] There is { $total } open petition:
   *[other] There are { $total } open petitions, the first due on top:
 }
petition-status-list-own = The petitions you sent ({ $total }):
petition-status-list-none = There are no open petitions here. You may send a code to look one up.
petition-status-list-end = That is the end of the list.
petition-not-found =
    No petition with the code <b>{ $code }</b> was found among those that can be looked up here.
    Please check the code on your slip or ask the citizen reception office (Ban Tiếp công dân).
