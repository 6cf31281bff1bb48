<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th" sourcelanguage="en">
<context>
    <name>Display</name>
    <message>
        <source>Now calling</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last call</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open {hours}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Connection lost at {time}. Please ask at the desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not connected. Please ask at the desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scan the code on your ticket to follow your turn</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Welcome. Choose your language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Touch to start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lower buttons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask for help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The buttons are below</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How can we help you?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>I want to see a clinic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Which clinic?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Touch a clinic to take a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No wait</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>? waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused for now: {reason}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused for now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Closed, opens at {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Closed for today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Women only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Men only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Please choose another clinic or ask at reception</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No clinic gives numbers here. Please ask at reception</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ground floor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mezzanine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>floor {floor}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the ground floor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the mezzanine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your ID or file number (optional)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type it or scan your card</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Only staff see it. Erased after %n days</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number is not complete</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This card could not be read. Please type the number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Do you need priority?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Older person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pregnant</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disability</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No, thank you</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One moment, getting your number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is your number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You already have a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You are next</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>You have been called. Please go to room {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have been called. Please go in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait about {a} to {b} minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>We cannot tell the wait yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait on {floor}, by room {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait on {floor}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait by room {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scan the code. No app needed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Printing. Take it from below</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Printed. Take it from below</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not printed, but your number is safe. Photograph the screen or scan the code</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Starting again in %n s</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This kiosk is not working right now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>We cannot give out numbers at the moment. We are sorry</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Please go to the reception desk. They will help you</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If you already have a number, you keep your place</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Trying again by itself. Last try {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This kiosk is not working. Please go to reception</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>The system is busy. Try again in %n s</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Please wait here. We try again by ourselves</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>We cannot give you a number for this clinic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic gives no numbers now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Staff have been told and will come</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>We could not reach the staff. Please go to the reception desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Numbers may be old since {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Staff code</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Wrong code. Tries left: %n</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message>
        <source>No tries left. Try again at {time}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Next is {label}, {class}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next is {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next is {label}, waiting %n min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clinic is paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clinic is closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database does not answer. This list is of {time}; we keep trying.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No news from the server. This list is of {time}; read it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something went wrong here. Look at the list, then press Try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A reason is needed. Type one and press again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was typed cannot be used. Check it and press again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This desk may not use the database. Ask whoever looks after the system.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This was done by {by}, who alone can take it back. Ask there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This desk may not do that. Ask a supervisor.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is no longer there. Choose your clinics again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This room is no longer there. Choose your room again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} is no longer there. Look at the list again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This patient is in no line today. Register a walk-in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is waiting now. The next patient will appear in the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} is still in this room. Finish it, then call the next one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This room is full. Finish one patient, then call the next one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} has changed meanwhile. Look at the list again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} is now “{state}”: {by} did that at {time}. Look at the list again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} is “{state}” since {time}. Look at the list again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} is now “{state}”. Look at the list again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is too early for a no-show of {label}. Recall first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} can be a no-show from {time} on. Recall the patient until then.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This cannot be taken back. Use the buttons for {label} instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo was possible until {time}. Use the buttons for {label} instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This patient already has a number here. Look in the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is closed for today. Choose another clinic.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is closed and opens at {time}. Choose another clinic.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is paused until {time}. Choose another clinic.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is paused: {reason}. Choose another clinic.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is paused. Choose another clinic.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is for women only. Choose another clinic.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This clinic is for men only. Choose another clinic.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This press was mixed up with another. Press the button again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same press is still being done. Try again in a moment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The system is busy. Try again in {n} s; it will not be done twice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The system is busy. Try again; it will not be done twice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The database does not answer. Try again; it will not be done twice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This cannot be done now. Look at the list, then press again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is in this room</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Press F2 to call the next patient.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>being served</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>usual %n min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no-show in {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>since the call</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>arrived {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>waited %n min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No room</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Room {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{a} to {b}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait in minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>under {n}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>over {n}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is waiting. New numbers appear here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{clinic} is paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{clinic} is closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in the order they will be called</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Called to room {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call next</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back in line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Register walk-in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Regular</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Older person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pregnant</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disability</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No name given</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo walk-in {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo call {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo start {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo done {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo no-show {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo hold {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo resume {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo transfer {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo cancel {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo return {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo priority {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo {label}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Ui</name>
    <message>
        <source>Try again</source>
        <translation>ลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>เลิกทำ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ออนไลน์</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>กำลังเชื่อมต่อ</translation>
    </message>
    <message>
        <source>Lost {time}</source>
        <translation>ขาดการเชื่อมต่อ {time}</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>ไม่ได้เชื่อมต่อ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>รอเรียก</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>เรียกแล้ว</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>กำลังให้บริการ</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>พักไว้</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>ไม่มา</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>ส่งต่อแล้ว</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ยกเลิกแล้ว</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>หมดอายุ</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>ฉุกเฉิน</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>คิวพิเศษ</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>นัดหมาย</translation>
    </message>
    <message>
        <source>min</source>
        <translation>นาที</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>ลบ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ตกลง</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>คุณเป็นคิวถัดไป</translation>
    </message>
    <message>
        <source>Your place is not known now</source>
        <translation>ขณะนี้ยังไม่ทราบลำดับคิวของคุณ</translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>มี %n คนก่อนหน้าคุณ</numerusform>
        </translation>
    </message>
</context>
</TS>
