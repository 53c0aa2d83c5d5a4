# What the assistant understands but cannot do yet: that it cannot, and what it can today.
later-meeting-rsvp = I cannot take word yet on whether you attend. Please tell whoever invited you; I can show the schedule and the meeting.
later-petition-submit =
    I take no petitions by message. Complaints and denunciations are made in writing, or in person where citizens are received.
    I can tell where and when that is, or connect you to an officer.
later-petition-rules = I cannot explain the rules for petitions yet. I can show how far a petition is; for advice you can reach an officer.
later-directive-status = I cannot follow tasks given by leaders yet. I can find the document and what is on today.
