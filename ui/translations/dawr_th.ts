<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th" sourcelanguage="en">
<context>
    <name>Display</name>
    <message>
        <source>Now calling</source>
        <translation>ขอเชิญหมายเลข</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>เรียกล่าสุด</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>ห้อง</translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation>หมายเลขของคุณจะแสดงที่นี่</translation>
    </message>
    <message>
        <source>Open {hours}</source>
        <translation>เปิดบริการ {hours}</translation>
    </message>
    <message>
        <source>Connection lost at {time}. Please ask at the desk</source>
        <translation>ขาดการเชื่อมต่อตั้งแต่ {time} น. กรุณาสอบถามเจ้าหน้าที่</translation>
    </message>
    <message>
        <source>Not connected. Please ask at the desk</source>
        <translation>ยังไม่ได้เชื่อมต่อ กรุณาสอบถามเจ้าหน้าที่</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>หยุดพัก</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>พักถึง {time} น.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>ปิดอยู่</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>เปิด {time} น.</translation>
    </message>
    <message>
        <source>Scan the code on your ticket to follow your turn</source>
        <translation>สแกนรหัสบนบัตรคิวเพื่อติดตามคิวของคุณ</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Welcome. Choose your language</source>
        <translation>ยินดีต้อนรับ กรุณาเลือกภาษา</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>แตะเพื่อเริ่ม</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>ตัวอักษร​ใหญ่</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>สีตัดกัน​ชัด</translation>
    </message>
    <message>
        <source>Lower buttons</source>
        <translation>ปุ่ม​ต่ำลง</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>อ่าน​ให้ฟัง</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>ขอความ​ช่วยเหลือ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>เริ่มใหม่</translation>
    </message>
    <message>
        <source>More</source>
        <translation>เพิ่มเติม</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>ก่อนหน้า</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ต่อไป</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>The buttons are below</source>
        <translation>ปุ่มอยู่ด้านล่าง</translation>
    </message>
    <message>
        <source>How can we help you?</source>
        <translation>วันนี้​ต้องการ​รับบริการ​ใด</translation>
    </message>
    <message>
        <source>I want to see a clinic</source>
        <translation>ต้องการ​พบคลินิก</translation>
    </message>
    <message>
        <source>Which clinic?</source>
        <translation>ต้องการ​ไปคลินิก​ไหน</translation>
    </message>
    <message>
        <source>Touch a clinic to take a number</source>
        <translation>แตะชื่อคลินิก​เพื่อรับ​หมายเลข​คิว</translation>
    </message>
    <message>
        <source>No wait</source>
        <translation>ไม่ต้องรอ</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>รอ %n คน</numerusform>
        </translation>
    </message>
    <message>
        <source>? waiting</source>
        <translation>รอ ? คน</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>พักถึง {time} น.</translation>
    </message>
    <message>
        <source>Paused for now: {reason}</source>
        <translation>หยุดชั่วคราว: {reason}</translation>
    </message>
    <message>
        <source>Paused for now</source>
        <translation>หยุดชั่วคราว</translation>
    </message>
    <message>
        <source>Closed, opens at {time}</source>
        <translation>ปิดอยู่ เปิด {time} น.</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>เปิด {time} น.</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation>ปิดแล้ว​สำหรับ​วันนี้</translation>
    </message>
    <message>
        <source>Women only</source>
        <translation>เฉพาะ​ผู้หญิง</translation>
    </message>
    <message>
        <source>Men only</source>
        <translation>เฉพาะ​ผู้ชาย</translation>
    </message>
    <message>
        <source>Choose a clinic</source>
        <translation>เลือกคลินิก</translation>
    </message>
    <message>
        <source>Please choose another clinic or ask at reception</source>
        <translation>กรุณาเลือก​คลินิกอื่น หรือสอบถาม​ที่เคาน์เตอร์</translation>
    </message>
    <message>
        <source>No clinic gives numbers here. Please ask at reception</source>
        <translation>ไม่มีคลินิก​ที่ออกหมายเลข​ที่นี่ กรุณา​ติดต่อเคาน์เตอร์</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>ชั้น {floor}</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>ชั้นล่าง</translation>
    </message>
    <message>
        <source>Mezzanine</source>
        <translation>ชั้นลอย</translation>
    </message>
    <message>
        <source>floor {floor}</source>
        <translation>ชั้น {floor}</translation>
    </message>
    <message>
        <source>the ground floor</source>
        <translation>ชั้นล่าง</translation>
    </message>
    <message>
        <source>the mezzanine</source>
        <translation>ชั้นลอย</translation>
    </message>
    <message>
        <source>Your ID or file number (optional)</source>
        <translation>เลขบัตร​หรือเลขแฟ้ม (ไม่บังคับ)</translation>
    </message>
    <message>
        <source>Type it or scan your card</source>
        <translation>พิมพ์เลข​หรือสแกนบัตร</translation>
    </message>
    <message numerus="yes">
        <source>Only staff see it. Erased after %n days</source>
        <translation>
            <numerusform>เห็นเฉพาะเจ้าหน้าที่ และลบ​ภายใน %n วัน</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>ข้าม</translation>
    </message>
    <message>
        <source>The number is not complete</source>
        <translation>เลขยังไม่ครบ</translation>
    </message>
    <message>
        <source>This card could not be read. Please type the number</source>
        <translation>อ่านบัตรไม่ได้ กรุณา​พิมพ์เลข</translation>
    </message>
    <message>
        <source>Do you need priority?</source>
        <translation>ต้องการ​คิวพิเศษ​หรือไม่</translation>
    </message>
    <message>
        <source>Older person</source>
        <translation>ผู้สูงอายุ</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>ตั้งครรภ์</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>ผู้พิการ</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>ไม่ต้องการ</translation>
    </message>
    <message>
        <source>One moment, getting your number</source>
        <translation>สักครู่ กำลัง​ออกหมายเลข</translation>
    </message>
    <message>
        <source>This is your number</source>
        <translation>นี่คือ​หมายเลขคิว​ของคุณ</translation>
    </message>
    <message>
        <source>You already have a number</source>
        <translation>คุณมี​หมายเลขคิว​อยู่แล้ว</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>คุณเป็น​คิวถัดไป</translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>มี %n คน​ก่อนหน้าคุณ</numerusform>
        </translation>
    </message>
    <message>
        <source>You have been called. Please go to room {room}</source>
        <translation>ถึงคิวของคุณแล้ว กรุณา​ไปที่ห้อง {room}</translation>
    </message>
    <message>
        <source>You have been called. Please go in</source>
        <translation>ถึงคิวของคุณแล้ว เชิญเข้า​ด้านใน</translation>
    </message>
    <message>
        <source>Wait about {a} to {b} minutes</source>
        <translation>รอประมาณ {a}–{b} นาที</translation>
    </message>
    <message>
        <source>We cannot tell the wait yet</source>
        <translation>ยังบอก​เวลารอ​ไม่ได้</translation>
    </message>
    <message>
        <source>Wait on {floor}, by room {room}</source>
        <translation>ไปนั่งรอที่{floor} หน้าห้อง {room}</translation>
    </message>
    <message>
        <source>Wait on {floor}</source>
        <translation>ไปนั่งรอที่{floor}</translation>
    </message>
    <message>
        <source>Wait by room {room}</source>
        <translation>ไปนั่งรอ​หน้าห้อง {room}</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>ติดตามคิว​บนมือถือ</translation>
    </message>
    <message>
        <source>Scan the code. No app needed</source>
        <translation>สแกนรหัสนี้ ไม่ต้อง​ติดตั้งแอป</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Printing. Take it from below</source>
        <translation>กำลังพิมพ์​บัตรคิว รับได้ที่​ช่องด้านล่าง</translation>
    </message>
    <message>
        <source>Printed. Take it from below</source>
        <translation>พิมพ์บัตรคิวแล้ว รับได้ที่​ช่องด้านล่าง</translation>
    </message>
    <message>
        <source>Not printed, but your number is safe. Photograph the screen or scan the code</source>
        <translation>พิมพ์ไม่สำเร็จ แต่หมายเลข​ยังใช้ได้ ถ่ายรูป​หน้าจอ​หรือสแกนรหัส</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>พิมพ์อีกครั้ง</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>ยังใช้งานอยู่​หรือไม่</translation>
    </message>
    <message numerus="yes">
        <source>Starting again in %n s</source>
        <translation>
            <numerusform>จะเริ่มใหม่ใน %n วินาที</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>ใช้งานต่อ</translation>
    </message>
    <message>
        <source>This kiosk is not working right now</source>
        <translation>ตู้นี้​ใช้งานไม่ได้​ชั่วคราว</translation>
    </message>
    <message>
        <source>We cannot give out numbers at the moment. We are sorry</source>
        <translation>ขออภัย ขณะนี้​ออกหมายเลขคิว​ไม่ได้</translation>
    </message>
    <message>
        <source>Please go to the reception desk. They will help you</source>
        <translation>กรุณาติดต่อ​เคาน์เตอร์​ต้อนรับ</translation>
    </message>
    <message>
        <source>If you already have a number, you keep your place</source>
        <translation>ถ้ามีหมายเลขแล้ว คิวของคุณ​ยังอยู่</translation>
    </message>
    <message>
        <source>Trying again by itself. Last try {time}</source>
        <translation>ระบบกำลังลองใหม่ ครั้งล่าสุด {time} น.</translation>
    </message>
    <message>
        <source>This kiosk is not working. Please go to reception</source>
        <translation>ตู้นี้ใช้งานไม่ได้​ชั่วคราว กรุณา​ติดต่อเคาน์เตอร์​ต้อนรับ</translation>
    </message>
    <message numerus="yes">
        <source>The system is busy. Try again in %n s</source>
        <translation>
            <numerusform>ระบบไม่ว่าง ลองใหม่ใน %n วินาที</numerusform>
        </translation>
    </message>
    <message>
        <source>Please wait here. We try again by ourselves</source>
        <translation>กรุณารอ​ที่นี่ ระบบ​จะลองใหม่เอง</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองใหม่</translation>
    </message>
    <message>
        <source>We cannot give you a number for this clinic</source>
        <translation>ออกหมายเลข​สำหรับคลินิกนี้​ไม่ได้</translation>
    </message>
    <message>
        <source>Staff have been told and will come</source>
        <translation>แจ้งเจ้าหน้าที่แล้ว กรุณา​รอสักครู่</translation>
    </message>
    <message>
        <source>We could not reach the staff. Please go to the reception desk</source>
        <translation>แจ้งเจ้าหน้าที่​ไม่สำเร็จ กรุณา​ติดต่อเคาน์เตอร์​ต้อนรับ</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>รหัส​เจ้าหน้าที่</translation>
    </message>
    <message numerus="yes">
        <source>Wrong code. Tries left: %n</source>
        <translation>
            <numerusform>รหัสไม่ถูกต้อง เหลืออีก %n ครั้ง</numerusform>
        </translation>
    </message>
    <message>
        <source>No tries left. Try again at {time}</source>
        <translation>ลองครบแล้ว ลองใหม่เวลา {time} น.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Ahead of you</source>
        <translation>ก่อนหน้าคุณ</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n คน</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait, about</source>
        <translation>รอประมาณ</translation>
    </message>
    <message>
        <source>{a} to {b} minutes</source>
        <translation>{a}–{b} นาที</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>ยังไม่ทราบ</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>ชั้น G</translation>
    </message>
    <message>
        <source>Mezzanine</source>
        <translation>ชั้นลอย</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>ชั้น {floor}</translation>
    </message>
    <message>
        <source>{floor}, by room {room}</source>
        <translation>{floor} หน้าห้อง {room}</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>ติดตามคิวบนมือถือ</translation>
    </message>
    <message>
        <source>Scan the code. No app needed</source>
        <translation>สแกนรหัสนี้ ไม่ต้องติดตั้งแอป</translation>
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
        <source>Not connected</source>
        <translation type="unfinished">ไม่ได้เชื่อมต่อ</translation>
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
        <translation type="unfinished">เพิ่มเติม</translation>
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
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason or note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Arrived</source>
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
        <translation type="unfinished">เสร็จแล้ว</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished">ไม่มา</translation>
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
        <translation type="unfinished">คิวพิเศษ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">เลิกทำ</translation>
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
        <translation type="unfinished">ผู้สูงอายุ</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation type="unfinished">ตั้งครรภ์</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation type="unfinished">ผู้พิการ</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished">ฉุกเฉิน</translation>
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
    <message>
        <source>Nobody is on hold, and nobody failed to come.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held and no-show</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a patient who comes back keeps the place in the line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">ลองอีกครั้ง</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where do you work now?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished">ห้อง</translation>
    </message>
    <message>
        <source>Clinics, one or more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a kiosk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{time}: somebody at {station} asks for help. Please go there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{time}: {station} could not print {label}. See to paper and printer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{time}: {station} needs attention. Please look there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The patient before was marked as done.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{old} is now {new}. Tell the patient the new number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">กลับ</translation>
    </message>
    <message>
        <source>Keep the number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keeps the time of arrival</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Goes last</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Note for the next people who see this number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call {label} out of order?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put {label} on hold?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel {label} for good?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change the class of {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Transfer {label} to another clinic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Note on {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change class</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel the number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason (not needed)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In pain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Doctor asked for this patient</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>With another patient</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Was passed over</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent for a test</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stepped out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Papers missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting for the doctor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Patient left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wrong clinic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Taken twice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Patient asked for it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Seen at the desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Doctor asked for it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose room and clinics again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting</source>
        <comment>count</comment>
        <translation type="unfinished">รอเรียก</translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mean wait</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Longest</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No-shows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clinics of this desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished">หยุดพัก</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation type="unfinished">ปิดแล้ว​สำหรับ​วันนี้</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation type="unfinished">พักถึง {time} น.</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation type="unfinished">เปิด {time} น.</translation>
    </message>
    <message>
        <source>Register a walk-in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only the clinic is needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ID or file number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mobile, with country code</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This patient already has the number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">ปิด</translation>
    </message>
    <message>
        <source>Nobody ahead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>about {a} to {b} minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the wait is not known yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Woman</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Man</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StaffCounts</name>
    <message numerus="yes">
        <source>Next is {label}, waiting %n min</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>usual %n min</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>waited %n min</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>recalled %n times</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>party of %n</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation type="unfinished">
            <numerusform />
        </translation>
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
