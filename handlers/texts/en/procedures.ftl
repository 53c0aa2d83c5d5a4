# Administrative procedures, in words that everybody understands. Days are written 01/07/2026.
procedure-which =
    Which procedure do you need? Everyday words will do: “birth certificate for my child”, “lost land certificate”.
    An application can be handed in at any one-stop desk of the province, on the National Public Service Portal, or by post.
procedure-several = Several procedures are much alike. Which one do you need?
procedure-perhaps = I am not sure that I understood. Is it one of these procedures?
# $level: of the province or of the commune, as published.
procedure-choice = { $number }. { $name } ({ $level })
procedure-field = Field { $field }: { $total ->
    [one] one procedure.
   *[other] { $total } procedures.
 }
procedure-not-found =
    I have found no procedure that fits “{ $words }”. Please say it in another way, look on the National Public Service Portal, or ask an officer.
procedure-no-such-code = The catalogue has no procedure { $code }. Please check the code, or ask by the name of the procedure.
procedure-gone = The catalogue has just been updated and this procedure is no longer in it. Please ask again by its name.

procedure-title = <b>{ $name }</b>
procedure-case = Case: { $case }
procedure-ended = This procedure ended after { $day } and is no longer followed.
procedure-successor = In its place: { $name }.
procedure-to-come = This procedure does not apply yet; it will from { $day }.
procedure-time = Time: { $limit }, once all papers are handed in
procedure-limits = { $least } to { $most }, depending on the case
# $told: the fee is on record.
procedure-fee = { $told ->
    [true] Fee: { $fee }
   *[false] Fee: not on record, please ask where you hand in
 }
procedure-fee-online = Handed in online: { $fee }
procedure-fee-post = Handed in by post: { $fee }
# $told: it can be handed in at one place only; $agency: who settles it.
procedure-place = { $told ->
    [true] Hand in at: { $place }. Settled by: { $agency }
   *[false] Hand in at: any one-stop desk of the province. Settled by: { $agency }
 }
procedure-online = { $level ->
    [full] Online: all of it, without a visit
    [part] Online: the application; some step needs a visit
   *[none] Online: not yet
 }
procedure-published = By { $decision }, publication { $version }.
procedure-applies = { $ends ->
    [true] Applies from { $since } until { $until }.
   *[false] Applies from { $since }.
 }
procedure-detail = { $what ->
    [audience] For: { $words }
    [conditions] Conditions: { $words }
    [result] You receive: { $words }
    [legal_basis] Legal basis: { $words }
    [code] Code: { $words }
   *[field] Field: { $words }
 }

# $differ: some cases need papers of their own besides.
procedure-papers = { $differ ->
    [true] Needed in every case ({ $sets ->
        [one] one set
       *[other] { $sets } sets
    }):
   *[false] Papers to hand in ({ $sets ->
        [one] one set
       *[other] { $sets } sets
    }):
 }
procedure-papers-unknown = The papers are not on record. Please ask { $agency }.
procedure-papers-which-case = Some cases need more papers. Which one is yours?
procedure-fee-time-which-case = Fee or time depend on the case. Which one is yours?
# $originals, $copies: how many; neither means that it is only shown.
procedure-paper = { $number }. { $name }{ $has_form ->
    [true] {" "}({ $form })
   *[false] {""}
 }{ $originals ->
    [0] {""}
    [one] : one original
   *[other] : { $originals } originals
 }{ $copies ->
    [0] {""}
   *[other] { $originals ->
        [0] : { $copies ->
            [one] one copy
           *[other] { $copies } copies
        }
       *[other] , { $copies ->
            [one] one copy
           *[other] { $copies } copies
        }
    }
 }
procedure-forms = Forms are at the desk and on the procedure's page at the National Public Service Portal.

procedure-button-lookup = Where to hand in
procedure-button-papers = Papers, forms
procedure-button-fee-time = Fee, time
procedure-more = Conditions, result, law
procedure-hand-in = Hand in on the national portal
procedure-portal = Look on the national portal
procedure-others = I meant another one
