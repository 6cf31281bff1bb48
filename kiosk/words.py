"""Every sentence the kiosk says, in English; the translations hold the other languages.

Nothing is translated here: a sentence gets its language from kiosk.look when it is shown.
"""

from __future__ import annotations

CONTEXT = "Kiosk"


def translate(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """Name a sentence for the translations and give it back as it is.

    The tool that collects sentences knows calls of this name; `n` marks one that has plural forms.
    """
    del context, comment, n
    return text


# home
WELCOME = translate("Kiosk", "Welcome. Choose your language")
START = translate("Kiosk", "Touch to start")

# help rail and ways
LARGER = translate("Kiosk", "Larger text")
CONTRAST = translate("Kiosk", "High contrast")
LOWER = translate("Kiosk", "Lower buttons")
READ = translate("Kiosk", "Read aloud")
HELP = translate("Kiosk", "Ask for help")
LANGUAGE = translate("Kiosk", "Language")
BACK = translate("Kiosk", "Back")
RESTART = translate("Kiosk", "Start again")
MORE = translate("Kiosk", "More")
PREVIOUS = translate("Kiosk", "Previous")
GO_ON = translate("Kiosk", "Go on")
CLOSE = translate("Kiosk", "Close")
BELOW = translate("Kiosk", "The buttons are below")

# what for
NEED_TITLE = translate("Kiosk", "How can we help you?")
NEED_CLINIC = translate("Kiosk", "I want to see a clinic")

# clinics
CLINIC_TITLE = translate("Kiosk", "Which clinic?")
CLINIC_HINT = translate("Kiosk", "Touch a clinic to take a number")
NO_WAIT = translate("Kiosk", "No wait")
WAITING = translate("Kiosk", "%n waiting", "", 2)
UNKNOWN_COUNT = translate("Kiosk", "? waiting")
PAUSED_UNTIL = translate("Kiosk", "Paused until {time}")
PAUSED_REASON = translate("Kiosk", "Paused for now: {reason}")
PAUSED = translate("Kiosk", "Paused for now")
CLOSED_UNTIL = translate("Kiosk", "Closed, opens at {time}")
OPENS = translate("Kiosk", "Opens at {time}")
CLOSED_TODAY = translate("Kiosk", "Closed for today")
WOMEN_ONLY = translate("Kiosk", "Women only")
MEN_ONLY = translate("Kiosk", "Men only")
CHOOSE_CLINIC = translate("Kiosk", "Choose a clinic")
CHOOSE_ANOTHER = translate("Kiosk", "Please choose another clinic or ask at reception")
NO_CLINICS = translate("Kiosk", "No clinic gives numbers here. Please ask at reception")
FLOOR = translate("Kiosk", "Floor {floor}")
GROUND_FLOOR = translate("Kiosk", "Ground floor")
MEZZANINE = translate("Kiosk", "Mezzanine")
ON_FLOOR = translate("Kiosk", "floor {floor}")
ON_GROUND_FLOOR = translate("Kiosk", "the ground floor")
ON_MEZZANINE = translate("Kiosk", "the mezzanine")

# patient
ID_TITLE = translate("Kiosk", "Your ID or file number (optional)")
ID_SCAN = translate("Kiosk", "Type it or scan your card")
ID_PRIVACY = translate("Kiosk", "Only staff see it. Erased after %n days", "", 30)
SKIP = translate("Kiosk", "Skip")
ID_WRONG = translate("Kiosk", "The number is not complete")
ID_UNREADABLE = translate("Kiosk", "This card could not be read. Please type the number")

# priority
PRIORITY_TITLE = translate("Kiosk", "Do you need priority?")
ELDERLY = translate("Kiosk", "Older person")
PREGNANT = translate("Kiosk", "Pregnant")
DISABILITY = translate("Kiosk", "Disability")
NO_PRIORITY = translate("Kiosk", "No, thank you")

# ticket
ISSUING = translate("Kiosk", "One moment, getting your number")
TICKET_TITLE = translate("Kiosk", "This is your number")
TICKET_AGAIN = translate("Kiosk", "You already have a number")
NEXT = translate("Kiosk", "You are next")
AHEAD = translate("Kiosk", "%n people ahead", "", 2)
CALLED_ALREADY = translate("Kiosk", "You have been called. Please go to room {room}")
CALLED_NO_ROOM = translate("Kiosk", "You have been called. Please go in")
WAIT = translate("Kiosk", "Wait about {a} to {b} minutes")
WAIT_SHORT = translate("Kiosk", "Wait less than a minute")
WAIT_UNKNOWN = translate("Kiosk", "We cannot tell the wait yet")
WHERE = translate("Kiosk", "Wait on {floor}, by room {room}")
WHERE_FLOOR = translate("Kiosk", "Wait on {floor}")
WHERE_ROOM = translate("Kiosk", "Wait by room {room}")
FOLLOW = translate("Kiosk", "Follow on your phone")
FOLLOW_HINT = translate("Kiosk", "Scan the code. No app needed")
DONE = translate("Kiosk", "Done")
PRINTING = translate("Kiosk", "Printing. Take it from below")
PRINTED = translate("Kiosk", "Printed. Take it from below")
PRINT_FAILED = translate(
    "Kiosk", "Not printed, but your number is safe. Photograph the screen or scan the code"
)
PRINT_AGAIN = translate("Kiosk", "Print again")

# asking whether somebody is there
IDLE_TITLE = translate("Kiosk", "Are you still there?")
IDLE_TEXT = translate("Kiosk", "Starting again in %n s", "", 15)
IDLE_STAY = translate("Kiosk", "Yes, go on")

# refusals and troubles
OUT_TITLE = translate("Kiosk", "This kiosk is not working right now")
OUT_TEXT = translate("Kiosk", "We cannot give out numbers at the moment. We are sorry")
OUT_DESK = translate("Kiosk", "Please go to the reception desk. They will help you")
OUT_KEPT = translate("Kiosk", "If you already have a number, you keep your place")
OUT_RETRY = translate("Kiosk", "Trying again by itself. Last try {time}")
OUT_SHORT = translate("Kiosk", "This kiosk is not working. Please go to reception")
BUSY = translate("Kiosk", "The system is busy. Try again in %n s", "", 5)
OUT_KEPT_TRYING = translate("Kiosk", "Please wait here. We try again by ourselves")
TRY_AGAIN = translate("Kiosk", "Try again")
REFUSED = translate("Kiosk", "We cannot give you a number for this clinic")
HELP_CALLED = translate("Kiosk", "Staff have been told and will come")
HELP_FAILED = translate("Kiosk", "We could not reach the staff. Please go to the reception desk")

# leaving
CODE_TITLE = translate("Kiosk", "Staff code")
CODE_WRONG = translate("Kiosk", "Wrong code. Tries left: %n", "", 3)
CODE_LOCKED = translate("Kiosk", "No tries left. Try again at {time}")
