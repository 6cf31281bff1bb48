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
NEED_APPOINTMENT = translate("Kiosk", "I have an appointment")
NEED_ROUTE = translate("Kiosk", "I have a medical exam")
NEED_LEAVE = translate("Kiosk", "I have finished at a clinic")

# medical exam
EXAM_TITLE = translate("Kiosk", "Which exam is it for?")
EXAM_GENDER = translate("Kiosk", "Choose the section")
MEN_SECTION = translate("Kiosk", "Men")
WOMEN_SECTION = translate("Kiosk", "Women")
STOP_OF = translate("Kiosk", "Clinic {number} of {total}")
ROUTE_DONE = translate("Kiosk", "Your exam is complete. Thank you")
ROUTE_DONE_TEXT = translate("Kiosk", "You have been to all its clinics")
ROUTE_WAITS = translate("Kiosk", "Your next clinic: {clinic}")
ROUTE_WAITS_TEXT = translate(
    "Kiosk", "It is not giving out numbers right now. Please ask at reception"
)
DUE = translate("Kiosk", "Please go to {clinic} first")
DUE_TEXT = translate("Kiosk", "It is the next clinic of your exam")
NOT_ON_ROUTE = translate("Kiosk", "This clinic is not part of your exam")

# appointment
APPT_TITLE = translate("Kiosk", "Enter or scan your appointment code")
APPT_UNKNOWN = translate("Kiosk", "We cannot find it. Please check the code")
APPT_SHORT = translate("Kiosk", "The code is not complete")
APPT_UNREADABLE = translate("Kiosk", "This code could not be read. Please type it")
APPT_EARLY = translate("Kiosk", "You are early. Check in from {time}")
APPT_OTHER_DAY = translate("Kiosk", "Your appointment is on {day}")
APPT_FROM = translate("Kiosk", "Check in from {time}")
APPT_KEPT = translate("Kiosk", "Your appointment is kept")
APPT_LATE = translate("Kiosk", "It is too late to check in. Check-in closed at {time}")

# leaving a clinic
LEAVE_TITLE = translate("Kiosk", "Which clinic did you finish at?")
LEAVE_HINT = translate("Kiosk", "Touch the clinic or scan the code on your ticket")
NUMBER_TITLE = translate("Kiosk", "What is your number there?")
NUMBER_HINT = translate("Kiosk", "Type its digits or scan the code on your ticket")
TICKET_READ = translate("Kiosk", "Your ticket was read")
TICKET_UNREADABLE = translate("Kiosk", "This is not the code of a ticket")
PIN_TITLE = translate("Kiosk", "Enter the clinic's two-digit PIN")
PIN_TITLE_LONGER = translate("Kiosk", "Enter the clinic's PIN. It has %n digits", "", 4)
PIN_HINT = translate("Kiosk", "The clinic staff will tell you the PIN")
PIN_SHORT = translate("Kiosk", "The PIN is not complete")
PIN_WRONG = translate("Kiosk", "Wrong PIN. Tries left: %n", "", 3)
PIN_LOCKED = translate("Kiosk", "No tries left. Please ask the staff")
PIN_LOCKED_UNTIL = translate("Kiosk", "It can be tried again at {time}")
PIN_RIGHT = translate("Kiosk", "Thank you. Next clinic: {clinic}")
LEFT = translate("Kiosk", "Thank you. You have finished here")
LEFT_TEXT = translate("Kiosk", "We wish you good health")
TICKET_UNKNOWN = translate("Kiosk", "We cannot find this ticket today")
TICKET_UNKNOWN_TEXT = translate("Kiosk", "Please check the clinic and the number")
NOT_CALLED = translate("Kiosk", "You have not been called yet")
NOT_CALLED_TEXT = translate("Kiosk", "Please wait for your turn. You keep your place")
OVER_ALREADY = translate("Kiosk", "This ticket is over already")

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
FOR_WOMEN = translate("Kiosk", "{clinic} is for women only. Go on?")
FOR_MEN = translate("Kiosk", "{clinic} is for men only. Go on?")
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
ID_NEEDED = translate("Kiosk", "Your ID or file number")
ID_WHY = translate("Kiosk", "So that every clinic of your exam knows your turn")
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
CHECKING = translate("Kiosk", "One moment, please")
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
OUT_KEPT_TRYING = translate("Kiosk", "Please wait here. We will try again automatically")
TRY_AGAIN = translate("Kiosk", "Try again")
LIMIT = translate("Kiosk", "Too many numbers taken. Please ask reception")
REFUSED = translate("Kiosk", "We cannot give you a number for this clinic")
REFUSED_HERE = translate("Kiosk", "This cannot be done here right now")
HELP_CALLED = translate("Kiosk", "Staff have been told and will come")
HELP_FAILED = translate("Kiosk", "We could not reach the staff. Please go to the reception desk")

# leaving
CODE_TITLE = translate("Kiosk", "Staff code")
CODE_WRONG = translate("Kiosk", "Wrong code. Tries left: %n", "", 3)
CODE_LOCKED = translate("Kiosk", "No tries left. Try again at {time}")
