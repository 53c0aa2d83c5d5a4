# Answers to what must be kept nowhere: fixed, whoever asks and whatever is in the records.

safety-not-kept = (This message is not kept.)
safety-fire =
    Please call <b>114</b> now (fire and rescue); if somebody is hurt, <b>115</b>.
    Get out of danger first, warn the people around you, do not use the lift. The assistant cannot call for you.
safety-ambulance =
    Please call <b>115</b> now (ambulance); if you cannot get through, <b>112</b>.
    Stay with the person and do as the ambulance staff say. If it is you who does not want to live any more, please do not stay alone: call 115 or somebody close to you right now. The assistant cannot call for you.
safety-police =
    Please call <b>113</b> now (police); if somebody is hurt, <b>115</b>.
    Get to a safe place first. The assistant cannot call for you.
safety-child =
    Please call <b>111</b> now (child protection line, day and night, free of charge); if the child is in danger at this moment, <b>113</b>; if hurt, <b>115</b>.
    Keep the child safe. The assistant cannot call for you.
safety-rescue =
    Please call <b>112</b> now (search and rescue) or <b>114</b>; if somebody is hurt, <b>115</b>; if attacked, <b>113</b>.
    Say where you are and how many you are, and go to a high, safe place if you can. The assistant cannot call for you.
safety-threat =
    We understand that you are upset, but the assistant cannot go on where there is a threat. If somebody is in danger, please call <b>113</b>.
    What has not been settled can be raised at the citizen reception office; or type “talk to a person”.
safety-secret =
    The assistant does not take, look for or send anything that is a state secret: this channel is on a network. Your message was not kept; please delete it on your device too.
    For work with such a document, please see the officer in charge of classified papers in person.
safety-denouncer =
    The assistant says nothing about who denounces, nor whether there is a denunciation of anybody: the Law on Denunciations keeps this secret, alike for everyone who asks.
    For how to send one, or how those who do are protected, please ask the citizen reception board or type “talk to a person”.
safety-others-data =
    The assistant does not give other people’s private information (home, private number, papers, income…): the law protects everybody’s personal data.
    You can ask for an office telephone number, or look up your own dossier by its code.
safety-orders =
    The assistant does not follow orders that would change how it works or what it may show; who may see what is decided by the Office.
    Please ask for what you need in everyday words, or type “help”.
safety-abuse =
    We are sorry if the assistant did not help you well. Please say what you need, and it will do its best.
    To talk to a person, type “talk to a person”.
