# Dossiers by their code: the one sentence when nothing opens, the owner's four digits, how many may
# be tried, codes of other systems. “dossier-not-shown” is for every reason: never change it for one.

dossier-not-shown =
    Nothing could be opened with the code <b>{ $code }</b> and what you have sent.
    Please compare the code with your receipt; a dossier that was just submitted may take a few minutes to appear. If it is your own, please send the code with the last four digits of the telephone or identity number given with it; four are enough.
    { $has_phone ->
        [true] If you would like a person to help, please call { $phone } in office hours.
       *[false] If you would like a person to help, please ask where you submitted it, in office hours.
    }
dossier-limit-day =
    This account has looked up { $limit } different codes today, which is as many as one day allows. Those can still be seen again.
    { $has_phone ->
        [true] For another code please come back tomorrow, or call { $phone } in office hours.
       *[false] For another code please come back tomorrow, or ask where you submitted it, in office hours.
    }
dossier-limit-network =
    Many codes were looked up in the last hour from the network you are using. Those can still be seen again.
    { $has_phone ->
        [true] For another code please come back in an hour, or call { $phone } in office hours.
       *[false] For another code please come back in an hour, or ask where you submitted it, in office hours.
    }

dossier-owner-hint = The owner can see more: press the button below, or send the code with the last four digits of the telephone number given with it.
dossier-owner-button = See more (owner)
dossier-owner-ask =
    Please type the <b>last four digits</b> of the telephone or identity number given with dossier <b>{ $code }</b>.
    Four are enough, please do not send the whole number.{ $is_demo ->
        [true] {" "}In this demonstration the last four digits of every dossier are { $demo }.
       *[false] {""}
    }
dossier-owner-ask-again =
    The assistant is waiting for the <b>last four digits</b> of the telephone or identity number given with dossier <b>{ $code }</b>, for example “1234”.
    If you do not want to see it any more, press or type “Stop”.
dossier-owner-leave = Stop
dossier-owner-left = All right. You may send a code at any time.
dossier-owner-opened = From now on the code alone shows you this dossier in this account; the digits you sent are not kept.
dossier-owner-four-are-enough = Next time the last four digits are enough; there is no need to send the whole number.
dossier-owner-not-your-contact = This contact is not your own, so it is neither used nor kept. Please type the last four digits of the number given with the dossier.
dossier-owner-code-too =
    Please send the dossier's code together with the last four digits, for example <b>000.00.12.H37-261116-0045 1234</b>.
    The number you have just sent is not kept.

dossier-elsewhere-ministry =
    The code <b>{ $code }</b> belongs to the system of { $agency } (it has { $prefix }), so it cannot be looked up here.
    Please look it up on the National Public Service Portal, dichvucong.gov.vn, or ask where you submitted it.
dossier-elsewhere-province =
    The code <b>{ $code }</b> is one of { $agency } (it has { $prefix }), so it cannot be looked up here.
    Please look it up on the National Public Service Portal, dichvucong.gov.vn, or ask the Public Administration Service Centre of { $agency }.
dossier-elsewhere-closed =
    The code <b>{ $code }</b> is one of former { $agency } (it has { $prefix }), now part of { $now }, so it cannot be looked up here.
    Please look it up on the National Public Service Portal, dichvucong.gov.vn, or ask the Public Administration Service Centre of { $now }.
dossier-elsewhere =
    The code <b>{ $code }</b> has { $prefix }, which is not one of this office, so it cannot be looked up here.
    Please compare it with your receipt. If it is right, please look it up on the National Public Service Portal, dichvucong.gov.vn.

dossier-owner-page-button = See the details on the office's page
dossier-owner-page-hint = What only its owner may see is shown on the office's web page alone, so that no messenger keeps it: please tap below, and give the four digits there.
