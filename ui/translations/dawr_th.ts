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
        <translation>ขาดการเชื่อมต่อตั้งแต่ {time}&#xa0;น. กรุณาสอบถามเจ้าหน้าที่</translation>
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
        <translation>พักถึง {time}&#xa0;น.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>ปิดอยู่</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>เปิด {time}&#xa0;น.</translation>
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
        <source>I have an appointment</source>
        <translation>มีนัดหมายแล้ว</translation>
    </message>
    <message>
        <source>I have a medical exam</source>
        <translation>มาตรวจสุขภาพตามรายการ</translation>
    </message>
    <message>
        <source>I have finished at a clinic</source>
        <translation>ตรวจที่คลินิกเสร็จแล้ว</translation>
    </message>
    <message>
        <source>Which exam is it for?</source>
        <translation>ตรวจเพื่ออะไร</translation>
    </message>
    <message>
        <source>Choose the section</source>
        <translation>เลือกแผนก</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>ผู้ชาย</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>ผู้หญิง</translation>
    </message>
    <message>
        <source>Clinic {number} of {total}</source>
        <translation>คลินิกที่ {number} จาก {total}</translation>
    </message>
    <message>
        <source>Your exam is complete. Thank you</source>
        <translation>ตรวจครบทุกรายการแล้ว ขอบคุณ</translation>
    </message>
    <message>
        <source>You have been to all its clinics</source>
        <translation>คุณได้ตรวจครบทุกคลินิกแล้ว</translation>
    </message>
    <message>
        <source>Your next clinic: {clinic}</source>
        <translation>คลินิกถัดไปของคุณ: {clinic}</translation>
    </message>
    <message>
        <source>It is not giving out numbers right now. Please ask at reception</source>
        <translation>ขณะนี้ยังไม่ออกหมายเลข กรุณาติดต่อเคาน์เตอร์</translation>
    </message>
    <message>
        <source>Please go to {clinic} first</source>
        <translation>กรุณาไปที่ {clinic} ก่อน</translation>
    </message>
    <message>
        <source>It is the next clinic of your exam</source>
        <translation>เป็นคลินิกถัดไปในรายการตรวจของคุณ</translation>
    </message>
    <message>
        <source>This clinic is not part of your exam</source>
        <translation>คลินิกนี้ไม่อยู่ในรายการตรวจของคุณ</translation>
    </message>
    <message>
        <source>Enter or scan your appointment code</source>
        <translation>ใส่หรือสแกนรหัสนัดหมาย</translation>
    </message>
    <message>
        <source>We cannot find it. Please check the code</source>
        <translation>ไม่พบนัดหมาย กรุณาตรวจสอบรหัส</translation>
    </message>
    <message>
        <source>The code is not complete</source>
        <translation>รหัสยังไม่ครบ</translation>
    </message>
    <message>
        <source>This code could not be read. Please type it</source>
        <translation>อ่านรหัสไม่ได้ กรุณาพิมพ์รหัส</translation>
    </message>
    <message>
        <source>You are early. Check in from {time}</source>
        <translation>ยังไม่ถึงเวลา เช็กอินได้ตั้งแต่ {time}&#xa0;น.</translation>
    </message>
    <message>
        <source>Your appointment is on {day}</source>
        <translation>นัดหมายของคุณคือ{day}</translation>
    </message>
    <message>
        <source>Check in from {time}</source>
        <translation>เช็กอินได้ตั้งแต่ {time}&#xa0;น.</translation>
    </message>
    <message>
        <source>Your appointment is kept</source>
        <translation>นัดหมายของคุณยังอยู่</translation>
    </message>
    <message>
        <source>It is too late to check in. Check-in closed at {time}</source>
        <translation>เลยเวลาเช็กอินแล้ว ปิดเช็กอินเมื่อ {time}&#xa0;น.</translation>
    </message>
    <message>
        <source>Which clinic did you finish at?</source>
        <translation>ตรวจเสร็จจากคลินิกไหน</translation>
    </message>
    <message>
        <source>Touch the clinic or scan the code on your ticket</source>
        <translation>แตะคลินิกหรือสแกนรหัสบนบัตรคิว</translation>
    </message>
    <message>
        <source>What is your number there?</source>
        <translation>หมายเลขคิวของคุณคืออะไร</translation>
    </message>
    <message>
        <source>Type its digits or scan the code on your ticket</source>
        <translation>พิมพ์ตัวเลขหรือสแกนรหัสบนบัตรคิว</translation>
    </message>
    <message>
        <source>Your ticket was read</source>
        <translation>อ่านบัตรคิวแล้ว</translation>
    </message>
    <message>
        <source>This is not the code of a ticket</source>
        <translation>รหัสนี้ไม่ใช่รหัสบัตรคิว</translation>
    </message>
    <message>
        <source>Enter the clinic&apos;s two-digit PIN</source>
        <translation>ใส่รหัสคลินิก 2 หลัก</translation>
    </message>
    <message numerus="yes">
        <source>Enter the clinic&apos;s PIN. It has %n digits</source>
        <translation>
            <numerusform>ใส่รหัสคลินิก %n หลัก</numerusform>
        </translation>
    </message>
    <message>
        <source>The clinic staff will tell you the PIN</source>
        <translation>เจ้าหน้าที่คลินิกจะบอกรหัสให้</translation>
    </message>
    <message>
        <source>The PIN is not complete</source>
        <translation>รหัสยังไม่ครบ</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN. Tries left: %n</source>
        <translation>
            <numerusform>รหัสไม่ถูกต้อง เหลืออีก %n ครั้ง</numerusform>
        </translation>
    </message>
    <message>
        <source>No tries left. Please ask the staff</source>
        <translation>ใส่ผิดเกินกำหนด กรุณาติดต่อเจ้าหน้าที่</translation>
    </message>
    <message>
        <source>It can be tried again at {time}</source>
        <translation>ลองใหม่ได้เวลา {time}&#xa0;น.</translation>
    </message>
    <message>
        <source>Thank you. Next clinic: {clinic}</source>
        <translation>ขอบคุณ คลินิกถัดไป: {clinic}</translation>
    </message>
    <message>
        <source>Thank you. You have finished here</source>
        <translation>ขอบคุณ คุณตรวจที่นี่เสร็จแล้ว</translation>
    </message>
    <message>
        <source>We wish you good health</source>
        <translation>ขอให้มีสุขภาพแข็งแรง</translation>
    </message>
    <message>
        <source>We cannot find this ticket today</source>
        <translation>ไม่พบบัตรคิวนี้ในวันนี้</translation>
    </message>
    <message>
        <source>Please check the clinic and the number</source>
        <translation>กรุณาตรวจสอบคลินิกและหมายเลข</translation>
    </message>
    <message>
        <source>You have not been called yet</source>
        <translation>ยังไม่ถึงคิวของคุณ</translation>
    </message>
    <message>
        <source>Please wait for your turn. You keep your place</source>
        <translation>กรุณารอคิว คิวของคุณยังอยู่</translation>
    </message>
    <message>
        <source>This ticket is over already</source>
        <translation>บัตรคิวนี้สิ้นสุดแล้ว</translation>
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
        <translation>พักถึง {time}&#xa0;น.</translation>
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
        <translation>ปิดอยู่ เปิด {time}&#xa0;น.</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>เปิด {time}&#xa0;น.</translation>
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
        <source>{clinic} is for women only. Go on?</source>
        <translation>{clinic} สำหรับผู้หญิงเท่านั้น ดำเนินการต่อหรือไม่</translation>
    </message>
    <message>
        <source>{clinic} is for men only. Go on?</source>
        <translation>{clinic} สำหรับผู้ชายเท่านั้น ดำเนินการต่อหรือไม่</translation>
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
        <source>Your ID or file number</source>
        <translation>เลขบัตรหรือเลขแฟ้มของคุณ</translation>
    </message>
    <message>
        <source>So that every clinic of your exam knows your turn</source>
        <translation>เพื่อให้ทุกคลินิกในรายการตรวจรู้คิวของคุณ</translation>
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
        <source>One moment, please</source>
        <translation>กรุณารอสักครู่</translation>
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
        <source>Wait less than a minute</source>
        <translation>รอไม่ถึง 1 นาที</translation>
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
        <translation>ระบบกำลังลองใหม่ ครั้งล่าสุด {time}&#xa0;น.</translation>
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
        <source>Please wait here. We will try again automatically</source>
        <translation>กรุณารอ​ที่นี่ ระบบ​จะลองใหม่เอง</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองใหม่</translation>
    </message>
    <message>
        <source>Too many numbers taken. Please ask reception</source>
        <translation>รับหมายเลขเกินกำหนด กรุณาติดต่อเคาน์เตอร์</translation>
    </message>
    <message>
        <source>We cannot give you a number for this clinic</source>
        <translation>ออกหมายเลข​สำหรับคลินิกนี้​ไม่ได้</translation>
    </message>
    <message>
        <source>This cannot be done here right now</source>
        <translation>ขณะนี้ทำรายการนี้ที่นี่ไม่ได้</translation>
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
        <translation>ลองครบแล้ว ลองใหม่เวลา {time}&#xa0;น.</translation>
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
        <source>less than a minute</source>
        <translation>ไม่ถึง 1 นาที</translation>
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
        <translation>ชั้นล่าง</translation>
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
        <translation>ถัดไป {label} {class}</translation>
    </message>
    <message>
        <source>Next is {label}</source>
        <translation>ถัดไป {label}</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>ไม่ได้เชื่อมต่อ</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>กำลังอ่านรายการ</translation>
    </message>
    <message>
        <source>Clinic is paused</source>
        <translation>คลินิกหยุดพัก</translation>
    </message>
    <message>
        <source>Clinic is closed</source>
        <translation>คลินิกปิดอยู่</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>ไม่มีผู้รอคิว</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>อ่านใหม่</translation>
    </message>
    <message>
        <source>The database does not answer. This list is of {time}; we keep trying.</source>
        <translation>ฐานข้อมูลไม่ตอบ รายการนี้เป็นของเวลา {time} ระบบกำลังลองใหม่</translation>
    </message>
    <message>
        <source>No news from the server. This list is of {time}; read it again.</source>
        <translation>ไม่มีข่าวจากเซิร์ฟเวอร์ รายการนี้เป็นของเวลา {time} กรุณาอ่านใหม่</translation>
    </message>
    <message>
        <source>This number</source>
        <translation>หมายเลขนี้</translation>
    </message>
    <message>
        <source>Something went wrong here. Look at the list, then press Try again.</source>
        <translation>เกิดข้อผิดพลาด กรุณาดูรายการ แล้วกดลองใหม่</translation>
    </message>
    <message>
        <source>A reason is needed. Type one and press again.</source>
        <translation>ต้องมีเหตุผล กรุณาพิมพ์แล้วกดอีกครั้ง</translation>
    </message>
    <message>
        <source>What was typed cannot be used. Check it and press again.</source>
        <translation>ข้อมูลที่พิมพ์ใช้ไม่ได้ กรุณาตรวจแล้วกดอีกครั้ง</translation>
    </message>
    <message>
        <source>This desk may not use the database. Ask whoever looks after the system.</source>
        <translation>โต๊ะนี้ไม่มีสิทธิ์ใช้ฐานข้อมูล กรุณาติดต่อผู้ดูแลระบบ</translation>
    </message>
    <message>
        <source>This was done by {by}, who alone can take it back. Ask there.</source>
        <translation>{by} เป็นผู้ทำรายการนี้และย้อนได้เพียงผู้เดียว กรุณาติดต่อที่นั่น</translation>
    </message>
    <message>
        <source>This desk may not do that. Ask a supervisor.</source>
        <translation>โต๊ะนี้ไม่มีสิทธิ์ทำรายการนี้ กรุณาติดต่อหัวหน้างาน</translation>
    </message>
    <message>
        <source>This clinic is no longer there. Choose your clinics again.</source>
        <translation>ไม่มีคลินิกนี้แล้ว กรุณาเลือกคลินิกใหม่</translation>
    </message>
    <message>
        <source>This room is no longer there. Choose your room again.</source>
        <translation>ไม่มีห้องนี้แล้ว กรุณาเลือกห้องใหม่</translation>
    </message>
    <message>
        <source>{label} is no longer there. Look at the list again.</source>
        <translation>ไม่มี {label} แล้ว กรุณาดูรายการอีกครั้ง</translation>
    </message>
    <message>
        <source>This patient is in no line today. Register a walk-in.</source>
        <translation>วันนี้ผู้ป่วยไม่มีคิว กรุณาลงทะเบียนผู้ป่วย</translation>
    </message>
    <message>
        <source>Nobody is waiting now. The next patient will appear in the list.</source>
        <translation>ขณะนี้ไม่มีผู้รอ ผู้ป่วยคนต่อไปจะแสดงในรายการ</translation>
    </message>
    <message>
        <source>{label} is still in this room. Finish it, then call the next one.</source>
        <translation>{label} ยังอยู่ในห้องนี้ กรุณาทำให้เสร็จก่อนเรียกคนต่อไป</translation>
    </message>
    <message>
        <source>This room is full. Finish one patient, then call the next one.</source>
        <translation>ห้องนี้เต็ม กรุณาทำให้เสร็จหนึ่งคนก่อนเรียกคนต่อไป</translation>
    </message>
    <message>
        <source>{label} has changed meanwhile. Look at the list again.</source>
        <translation>{label} เปลี่ยนไปแล้ว กรุณาดูรายการอีกครั้ง</translation>
    </message>
    <message>
        <source>{label} is now “{state}”: {by} did that at {time}. Look at the list again.</source>
        <translation>ขณะนี้ {label} คือ “{state}” โดย {by} เมื่อ {time} กรุณาดูรายการอีกครั้ง</translation>
    </message>
    <message>
        <source>{label} is “{state}” since {time}. Look at the list again.</source>
        <translation>{label} คือ “{state}” ตั้งแต่ {time} กรุณาดูรายการอีกครั้ง</translation>
    </message>
    <message>
        <source>{label} is now “{state}”. Look at the list again.</source>
        <translation>ขณะนี้ {label} คือ “{state}” กรุณาดูรายการอีกครั้ง</translation>
    </message>
    <message>
        <source>It is too early for a no-show of {label}. Recall first.</source>
        <translation>ยังเร็วไปที่จะบันทึกว่า {label} ไม่มา กรุณาเรียกซ้ำก่อน</translation>
    </message>
    <message>
        <source>{label} can be a no-show from {time} on. Recall the patient until then.</source>
        <translation>บันทึกว่า {label} ไม่มาได้ตั้งแต่ {time} ระหว่างนี้กรุณาเรียกซ้ำ</translation>
    </message>
    <message>
        <source>This cannot be taken back. Use the buttons for {label} instead.</source>
        <translation>ย้อนรายการนี้ไม่ได้ กรุณาใช้ปุ่มของ {label} แทน</translation>
    </message>
    <message>
        <source>Undo was possible until {time}. Use the buttons for {label} instead.</source>
        <translation>ย้อนได้ถึง {time} เท่านั้น กรุณาใช้ปุ่มของ {label} แทน</translation>
    </message>
    <message>
        <source>This patient already has a number here. Look in the list.</source>
        <translation>ผู้ป่วยมีหมายเลขที่นี่แล้ว กรุณาดูในรายการ</translation>
    </message>
    <message>
        <source>This clinic is closed for today. Choose another clinic.</source>
        <translation>วันนี้คลินิกปิดแล้ว กรุณาเลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>This clinic is closed and opens at {time}. Choose another clinic.</source>
        <translation>คลินิกปิดอยู่ เปิดเวลา {time} กรุณาเลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>This clinic is paused until {time}. Choose another clinic.</source>
        <translation>คลินิกหยุดพักถึง {time} กรุณาเลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>This clinic is paused: {reason}. Choose another clinic.</source>
        <translation>คลินิกหยุดพัก: {reason} กรุณาเลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>This clinic is paused. Choose another clinic.</source>
        <translation>คลินิกหยุดพัก กรุณาเลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>This clinic is for women only. Choose another clinic.</source>
        <translation>คลินิกนี้เฉพาะผู้หญิง กรุณาเลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>This clinic is for men only. Choose another clinic.</source>
        <translation>คลินิกนี้เฉพาะผู้ชาย กรุณาเลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>This press was mixed up with another. Press the button again.</source>
        <translation>การกดนี้ซ้ำกับรายการอื่น กรุณากดปุ่มอีกครั้ง</translation>
    </message>
    <message>
        <source>The same press is still being done. Try again in a moment.</source>
        <translation>กำลังทำรายการเดียวกันอยู่ กรุณาลองใหม่อีกสักครู่</translation>
    </message>
    <message>
        <source>The system is busy. Try again in {n} s; it will not be done twice.</source>
        <translation>ระบบไม่ว่าง ลองใหม่ใน {n} วินาที จะไม่ทำซ้ำ</translation>
    </message>
    <message>
        <source>The system is busy. Try again; it will not be done twice.</source>
        <translation>ระบบไม่ว่าง กรุณาลองใหม่ จะไม่ทำซ้ำ</translation>
    </message>
    <message>
        <source>The database does not answer. Try again; it will not be done twice.</source>
        <translation>ฐานข้อมูลไม่ตอบ กรุณาลองใหม่ จะไม่ทำซ้ำ</translation>
    </message>
    <message>
        <source>This cannot be done now. Look at the list, then press again.</source>
        <translation>ทำรายการนี้ไม่ได้ในขณะนี้ กรุณาดูรายการแล้วกดอีกครั้ง</translation>
    </message>
    <message>
        <source>More</source>
        <translation>เพิ่มเติม</translation>
    </message>
    <message>
        <source>Nobody is in this room</source>
        <translation>ไม่มีผู้ป่วยในห้องนี้</translation>
    </message>
    <message>
        <source>Press F2 to call the next patient.</source>
        <translation>กด F2 เพื่อเรียกผู้ป่วยคนต่อไป</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>เวลาที่ให้บริการ</translation>
    </message>
    <message>
        <source>no-show in {time}</source>
        <translation>ไม่มาได้ใน {time}</translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>ตั้งแต่เรียก</translation>
    </message>
    <message>
        <source>arrived {time}</source>
        <translation>มาถึง {time}</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>ไม่ระบุห้อง</translation>
    </message>
    <message>
        <source>Room {room}</source>
        <translation>ห้อง {room}</translation>
    </message>
    <message>
        <source>{a} to {b}</source>
        <translation>{a} ถึง {b}</translation>
    </message>
    <message>
        <source>Wait in minutes</source>
        <translation>เวลารอ (นาที)</translation>
    </message>
    <message>
        <source>under {n}</source>
        <translation>ต่ำกว่า {n}</translation>
    </message>
    <message>
        <source>over {n}</source>
        <translation>เกิน {n}</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>รายการรอ</translation>
    </message>
    <message>
        <source>Nobody is waiting. New numbers appear here.</source>
        <translation>ไม่มีผู้รอคิว หมายเลขใหม่จะแสดงที่นี่</translation>
    </message>
    <message>
        <source>{clinic} is paused</source>
        <translation>{clinic} หยุดพัก</translation>
    </message>
    <message>
        <source>{clinic} is closed</source>
        <translation>{clinic} ปิดอยู่</translation>
    </message>
    <message>
        <source>in the order they will be called</source>
        <translation>ตามลำดับที่จะเรียก</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>หมายเลข</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>ผู้ป่วย</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Reason or note</source>
        <translation>เหตุผลหรือบันทึก</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>มาถึง</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>รอ</translation>
    </message>
    <message>
        <source>Called to room {room}</source>
        <translation>เรียกไปห้อง {room}</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>เรียกคิวถัดไป</translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>เรียกเลย</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>เรียกซ้ำ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>เริ่ม</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จสิ้น</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>ไม่มา</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>กลับเข้าคิว</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>พักคิว</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>เรียกคืนคิว</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>ส่งต่อ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>คิวพิเศษ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ย้อน</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Register walk-in</source>
        <translation>ลงทะเบียน</translation>
    </message>
    <message>
        <source>Done, PIN</source>
        <translation>เสร็จ ใช้รหัส</translation>
    </message>
    <message>
        <source>Change route</source>
        <translation>เปลี่ยนเส้นทาง</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>เช็กอิน</translation>
    </message>
    <message>
        <source>Cancel appointment</source>
        <translation>ยกเลิกนัด</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>ทั่วไป</translation>
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
        <source>Emergency</source>
        <translation>ฉุกเฉิน</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>ไม่ได้ให้ชื่อ</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>ยังไม่มา</translation>
    </message>
    <message>
        <source>checked in</source>
        <translation>เช็กอินแล้ว</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ยกเลิกแล้ว</translation>
    </message>
    <message>
        <source>Undo walk-in</source>
        <translation>ย้อนการออกหมายเลข</translation>
    </message>
    <message>
        <source>Undo call</source>
        <translation>ย้อนการเรียก</translation>
    </message>
    <message>
        <source>Undo start</source>
        <translation>ย้อนการเริ่ม</translation>
    </message>
    <message>
        <source>Undo done</source>
        <translation>ย้อนการเสร็จ</translation>
    </message>
    <message>
        <source>Undo no-show</source>
        <translation>ย้อนการไม่มา</translation>
    </message>
    <message>
        <source>Undo hold</source>
        <translation>ย้อนการพัก</translation>
    </message>
    <message>
        <source>Undo resume</source>
        <translation>ย้อนการคืนคิว</translation>
    </message>
    <message>
        <source>Undo transfer</source>
        <translation>ย้อนการส่งต่อ</translation>
    </message>
    <message>
        <source>Undo cancel</source>
        <translation>ย้อนการยกเลิก</translation>
    </message>
    <message>
        <source>Undo return</source>
        <translation>ย้อนการกลับคิว</translation>
    </message>
    <message>
        <source>Undo priority</source>
        <translation>ย้อนคิวพิเศษ</translation>
    </message>
    <message>
        <source>Nobody is on hold, and nobody failed to come.</source>
        <translation>ไม่มีคิวที่พักไว้หรือไม่มา</translation>
    </message>
    <message>
        <source>Held and no-show</source>
        <translation>คิวพักและไม่มา</translation>
    </message>
    <message>
        <source>a patient who comes back keeps the place in the line</source>
        <translation>ผู้ป่วยที่กลับมายังได้คิวเดิม</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองใหม่</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>เปิดโต๊ะทำงาน</translation>
    </message>
    <message>
        <source>Where do you work now?</source>
        <translation>ตอนนี้ทำงานที่ไหน</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>ห้อง</translation>
    </message>
    <message>
        <source>Clinics, one or more</source>
        <translation>คลินิก เลือกได้มากกว่าหนึ่ง</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>ไม่มีอะไรให้ย้อน</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>เหลือ {time}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>ปล่อยไว้</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>ตู้คิวเครื่องหนึ่ง</translation>
    </message>
    <message>
        <source>{time}: somebody at {station} asks for help. Please go there.</source>
        <translation>{time}: มีผู้ขอความช่วยเหลือที่ {station} กรุณาไปดู</translation>
    </message>
    <message>
        <source>{time}: messages no longer go out to {name}. Tell an administrator.</source>
        <translation>{time}: ไม่มีข้อความส่งออกไปยัง {name} แล้ว กรุณาแจ้งผู้ดูแลระบบ</translation>
    </message>
    <message>
        <source>{time}: {station} could not print {label}. See to paper and printer.</source>
        <translation>{time}: {station} พิมพ์ {label} ไม่ได้ กรุณาตรวจกระดาษและเครื่องพิมพ์</translation>
    </message>
    <message>
        <source>{time}: {station} needs attention. Please look there.</source>
        <translation>{time}: {station} ต้องการการดูแล กรุณาไปตรวจดู</translation>
    </message>
    <message>
        <source>The patient before was marked as done.</source>
        <translation>บันทึกผู้ป่วยคนก่อนว่าเสร็จแล้ว</translation>
    </message>
    <message>
        <source>The clinic has a new PIN.</source>
        <translation>คลินิกมีรหัสใหม่แล้ว</translation>
    </message>
    <message>
        <source>{old} is now {new}. Tell the patient the new number.</source>
        <translation>{old} เปลี่ยนเป็น {new} กรุณาบอกหมายเลขใหม่แก่ผู้ป่วย</translation>
    </message>
    <message>
        <source>Next for this patient: {clinic}, {label}.</source>
        <translation>ลำดับถัดไปของผู้ป่วยรายนี้: {clinic} {label}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Keep the number</source>
        <translation>เก็บหมายเลขไว้</translation>
    </message>
    <message>
        <source>Keeps the time of arrival</source>
        <translation>คงเวลามาถึงเดิม</translation>
    </message>
    <message>
        <source>Goes last</source>
        <translation>ต่อท้ายคิว</translation>
    </message>
    <message>
        <source>Note for the next people who see this number</source>
        <translation>บันทึกถึงผู้ที่จะเห็นหมายเลขนี้ต่อไป</translation>
    </message>
    <message>
        <source>Call {label} out of order?</source>
        <translation>เรียก {label} ข้ามลำดับหรือไม่</translation>
    </message>
    <message>
        <source>Put {label} on hold?</source>
        <translation>พักคิว {label} หรือไม่</translation>
    </message>
    <message>
        <source>Cancel {label} for good?</source>
        <translation>ยกเลิก {label} ถาวรหรือไม่</translation>
    </message>
    <message>
        <source>Change the class of {label}</source>
        <translation>เปลี่ยนประเภทของ {label}</translation>
    </message>
    <message>
        <source>Transfer {label} to another clinic</source>
        <translation>ส่งต่อ {label} ไปคลินิกอื่น</translation>
    </message>
    <message>
        <source>Note on {label}</source>
        <translation>บันทึกของ {label}</translation>
    </message>
    <message>
        <source>End {label} with the PIN</source>
        <translation>สิ้นสุด {label} ด้วยรหัส</translation>
    </message>
    <message>
        <source>Change the route of {label}</source>
        <translation>เปลี่ยนเส้นทางของ {label}</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>เปลี่ยนประเภท</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>เก็บบันทึก</translation>
    </message>
    <message>
        <source>Cancel the number</source>
        <translation>ยกเลิกหมายเลข</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>เหตุผล (ไม่บังคับ)</translation>
    </message>
    <message>
        <source>In pain</source>
        <translation>มีอาการปวด</translation>
    </message>
    <message>
        <source>Doctor asked for this patient</source>
        <translation>แพทย์เรียกพบ</translation>
    </message>
    <message>
        <source>With another patient</source>
        <translation>มากับผู้ป่วยอื่น</translation>
    </message>
    <message>
        <source>Was passed over</source>
        <translation>ถูกข้ามคิว</translation>
    </message>
    <message>
        <source>Sent for a test</source>
        <translation>ส่งไปตรวจ</translation>
    </message>
    <message>
        <source>Stepped out</source>
        <translation>ออกไปข้างนอก</translation>
    </message>
    <message>
        <source>Papers missing</source>
        <translation>เอกสารไม่ครบ</translation>
    </message>
    <message>
        <source>Waiting for the doctor</source>
        <translation>รอแพทย์</translation>
    </message>
    <message>
        <source>Patient left</source>
        <translation>ผู้ป่วยกลับไปแล้ว</translation>
    </message>
    <message>
        <source>Wrong clinic</source>
        <translation>ผิดคลินิก</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>กดบัตรซ้ำ</translation>
    </message>
    <message>
        <source>Patient asked for it</source>
        <translation>ผู้ป่วยขอเอง</translation>
    </message>
    <message>
        <source>Seen at the desk</source>
        <translation>เห็นที่โต๊ะ</translation>
    </message>
    <message>
        <source>Doctor asked for it</source>
        <translation>แพทย์ขอ</translation>
    </message>
    <message>
        <source>Choose room and clinics again</source>
        <translation>เลือกห้องและคลินิกใหม่</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>โต๊ะทำงาน</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>count</comment>
        <translation>กำลังรอ</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>รอเฉลี่ย</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>นานที่สุด</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>ไม่มา</translation>
    </message>
    <message>
        <source>Clinics of this desk</source>
        <translation>คลินิกของโต๊ะนี้</translation>
    </message>
    <message>
        <source>The clinic&apos;s PIN of today. Press for a new one.</source>
        <translation>รหัสของคลินิกวันนี้ กดเพื่อออกรหัสใหม่</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>หยุดพัก</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation>ปิดแล้ววันนี้</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>พักถึง {time}</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>เปิด {time}</translation>
    </message>
    <message>
        <source>Register a walk-in</source>
        <translation>ลงทะเบียนผู้ป่วย</translation>
    </message>
    <message>
        <source>Only the clinic is needed.</source>
        <translation>จำเป็นต้องเลือกเฉพาะคลินิก</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>ID or file number</source>
        <translation>เลขบัตรหรือเลขแฟ้ม</translation>
    </message>
    <message>
        <source>Mobile, with country code</source>
        <translation>มือถือ พร้อมรหัสประเทศ</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>ออกหมายเลข</translation>
    </message>
    <message>
        <source>The number is</source>
        <translation>หมายเลขคือ</translation>
    </message>
    <message>
        <source>This patient already has the number</source>
        <translation>ผู้ป่วยมีหมายเลขอยู่แล้ว</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Nobody ahead</source>
        <translation>ไม่มีคิวก่อนหน้า</translation>
    </message>
    <message>
        <source>about {a} to {b} minutes</source>
        <translation>ประมาณ {a} ถึง {b} นาที</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>ไม่ถึง 1 นาที</translation>
    </message>
    <message>
        <source>the wait is not known yet</source>
        <translation>ยังไม่ทราบเวลารอ</translation>
    </message>
    <message>
        <source>An ID has letters, digits, “-” and “_” only. Check it.</source>
        <translation>เลขบัตรมีได้เฉพาะตัวอักษร ตัวเลข “-” และ “_” กรุณาตรวจดู</translation>
    </message>
    <message>
        <source>Type the mobile with its country code, beginning with “+”.</source>
        <translation>พิมพ์เบอร์มือถือพร้อมรหัสประเทศ ขึ้นต้นด้วย “+”</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>ไม่ระบุ</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>หญิง</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>ชาย</translation>
    </message>
    <message>
        <source>A new PIN for {clinic}?</source>
        <translation>เปลี่ยนรหัสใหม่ให้ {clinic} หรือไม่</translation>
    </message>
    <message>
        <source>The current PIN will stop working.</source>
        <translation>รหัสปัจจุบันจะใช้ไม่ได้อีก</translation>
    </message>
    <message>
        <source>Cancel the appointment at {time}?</source>
        <translation>ยกเลิกนัดเวลา {time} หรือไม่</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>รหัส {code}</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>นัดหมาย</translation>
    </message>
    <message>
        <source>No more appointments today.</source>
        <translation>วันนี้ไม่มีนัดหมายเหลือแล้ว</translation>
    </message>
    <message>
        <source>Nobody has an appointment today.</source>
        <translation>วันนี้ไม่มีผู้ใดมีนัดหมาย</translation>
    </message>
    <message>
        <source>Appointments of today</source>
        <translation>นัดหมายวันนี้</translation>
    </message>
    <message>
        <source>Today&apos;s PIN</source>
        <translation>รหัสวันนี้</translation>
    </message>
    <message>
        <source>Say it when the visit ends</source>
        <translation>บอกเมื่อตรวจเสร็จ</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>รหัสใหม่</translation>
    </message>
    <message>
        <source>The PIN that the patient says</source>
        <translation>รหัสที่ผู้ป่วยบอก</translation>
    </message>
    <message>
        <source>Count a clinic as done</source>
        <translation>นับว่าคลินิกเสร็จแล้ว</translation>
    </message>
    <message>
        <source>Choose other clinics</source>
        <translation>เลือกคลินิกอื่น</translation>
    </message>
    <message>
        <source>Take out of the line</source>
        <translation>นำออกจากคิว</translation>
    </message>
    <message>
        <source>Begin the route again</source>
        <translation>เริ่มเส้นทางใหม่</translation>
    </message>
    <message>
        <source>Change the route (Ctrl+E)</source>
        <translation>เปลี่ยนเส้นทาง (Ctrl+E)</translation>
    </message>
    <message>
        <source>{done} of {total} clinics done</source>
        <translation>เสร็จแล้ว {done} จาก {total} คลินิก</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: {n}. Ask the patient again, or press Done.</source>
        <translation>รหัสไม่ถูกต้อง เหลืออีก {n} ครั้ง ถามผู้ป่วยอีกครั้ง หรือกด «เสร็จสิ้น»</translation>
    </message>
    <message>
        <source>Wrong PIN. Ask the patient again, or press Done.</source>
        <translation>รหัสไม่ถูกต้อง ถามผู้ป่วยอีกครั้ง หรือกด «เสร็จสิ้น»</translation>
    </message>
    <message>
        <source>Too many wrong PINs for {label}. End it with Done, or draw a new PIN.</source>
        <translation>ใส่รหัสผิดหลายครั้งสำหรับ {label} กด «เสร็จสิ้น» หรือออกรหัสใหม่</translation>
    </message>
    <message>
        <source>That is not the patient&apos;s number. Look at the ticket again.</source>
        <translation>หมายเลขนี้ไม่ใช่ของผู้ป่วย โปรดดูบัตรคิวอีกครั้ง</translation>
    </message>
    <message>
        <source>On this route {clinic} comes first. Send the patient there.</source>
        <translation>ตามเส้นทางต้องไป {clinic} ก่อน โปรดส่งผู้ป่วยไปที่นั่น</translation>
    </message>
    <message>
        <source>Another clinic of the route comes first. Look at the route.</source>
        <translation>ต้องไปอีกคลินิกหนึ่งก่อน โปรดดูเส้นทาง</translation>
    </message>
    <message>
        <source>The patient is not done in {clinic} yet. Finish there first.</source>
        <translation>ผู้ป่วยยังไม่เสร็จที่ {clinic} โปรดทำให้เสร็จก่อน</translation>
    </message>
    <message>
        <source>The clinic before is not finished. Finish there first.</source>
        <translation>คลินิกก่อนหน้ายังไม่เสร็จ โปรดทำให้เสร็จก่อน</translation>
    </message>
    <message>
        <source>This clinic is not on the patient&apos;s route. Change the route first.</source>
        <translation>คลินิกนี้ไม่อยู่ในเส้นทางของผู้ป่วย โปรดเปลี่ยนเส้นทางก่อน</translation>
    </message>
    <message>
        <source>This time cannot be booked. Choose another.</source>
        <translation>จองเวลานี้ไม่ได้ โปรดเลือกเวลาอื่น</translation>
    </message>
    <message>
        <source>This reservation is over. Choose a time again.</source>
        <translation>การจองชั่วคราวนี้สิ้นสุดแล้ว โปรดเลือกเวลาใหม่</translation>
    </message>
    <message>
        <source>This appointment is no longer there. Look at the list again.</source>
        <translation>ไม่มีนัดหมายนี้แล้ว โปรดดูรายการอีกครั้ง</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time. Choose another.</source>
        <translation>มีผู้จองเวลานี้ไปแล้ว โปรดเลือกเวลาอื่น</translation>
    </message>
    <message>
        <source>The ten minutes of the reservation are over. Choose a time again.</source>
        <translation>หมดเวลาจองชั่วคราวสิบนาทีแล้ว โปรดเลือกเวลาใหม่</translation>
    </message>
    <message>
        <source>This reservation is an appointment already. Look at the list.</source>
        <translation>การจองนี้เป็นนัดหมายแล้ว โปรดดูรายการ</translation>
    </message>
    <message>
        <source>This patient is just booking another time here. Wait a moment.</source>
        <translation>ผู้ป่วยรายนี้กำลังจองเวลาอื่นอยู่ โปรดรอสักครู่</translation>
    </message>
    <message>
        <source>It is not the time to check in. Register a walk-in instead.</source>
        <translation>ยังไม่ถึงเวลาเช็กอิน โปรดลงทะเบียนแบบไม่มีนัดแทน</translation>
    </message>
    <message>
        <source>Check-in is possible from {a} to {b}. Register a walk-in instead.</source>
        <translation>เช็กอินได้ตั้งแต่ {a} ถึง {b} โปรดลงทะเบียนแบบไม่มีนัดแทน</translation>
    </message>
    <message>
        <source>This code is not known. Look at the station again.</source>
        <translation>ไม่รู้จักรหัสนี้ โปรดดูที่เครื่องอีกครั้ง</translation>
    </message>
    <message>
        <source>This was asked too often. Wait a little and try again.</source>
        <translation>ทำรายการนี้บ่อยเกินไป โปรดรอสักครู่แล้วลองใหม่</translation>
    </message>
</context>
<context>
    <name>StaffCounts</name>
    <message numerus="yes">
        <source>Next is {label}, waiting %n min</source>
        <translation>
            <numerusform>ถัดไป {label} รอมา %n นาที</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usual %n min</source>
        <translation>
            <numerusform>ปกติ %n นาที</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waited %n min</source>
        <translation>
            <numerusform>รอ %n นาที</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recalled %n times</source>
        <translation>
            <numerusform>เรียกซ้ำ %n ครั้ง</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>party of %n</source>
        <translation>
            <numerusform>มา %n คน</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>มี %n คนก่อนหน้า</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more today</source>
        <translation>
            <numerusform>และอีก %n นัดวันนี้</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(อีก %n)</numerusform>
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
