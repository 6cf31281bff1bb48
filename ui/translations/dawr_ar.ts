<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Display</name>
    <message>
        <source>Now calling</source>
        <translation>الدور الآن</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>آخر نداء</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>غرفة</translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation>سيظهر رقمك هنا</translation>
    </message>
    <message>
        <source>Open {hours}</source>
        <translation>ساعات العمل {hours}</translation>
    </message>
    <message>
        <source>Connection lost at {time}. Please ask at the desk</source>
        <translation>انقطع الاتصال منذ {time}. يرجى سؤال الموظف</translation>
    </message>
    <message>
        <source>Not connected. Please ask at the desk</source>
        <translation>لا يوجد اتصال. يرجى سؤال الموظف</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>متوقفة حتى {time}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>تفتح {time}</translation>
    </message>
    <message>
        <source>Scan the code on your ticket to follow your turn</source>
        <translation>أبقِ هاتفك معك وامسح رمز التذكرة لمتابعة دورك</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Welcome. Choose your language</source>
        <translation>أهلًا وسهلًا. اختر لغتك</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>المس للبدء</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير الخط</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Lower buttons</source>
        <translation>أزرار أقرب</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>اقرأ لي</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>اطلب مساعدة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The buttons are below</source>
        <translation>الأزرار في الأسفل</translation>
    </message>
    <message>
        <source>How can we help you?</source>
        <translation>كيف نساعدك اليوم؟</translation>
    </message>
    <message>
        <source>I want to see a clinic</source>
        <translation>أريد زيارة عيادة</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>لديّ موعد</translation>
    </message>
    <message>
        <source>I have a medical exam</source>
        <translation>لديّ فحص طبي</translation>
    </message>
    <message>
        <source>I have finished at a clinic</source>
        <translation>انتهيت من عيادة</translation>
    </message>
    <message>
        <source>Which exam is it for?</source>
        <translation>ما نوع الفحص؟</translation>
    </message>
    <message>
        <source>Choose the section</source>
        <translation>اختر القسم</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>الرجال</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>النساء</translation>
    </message>
    <message>
        <source>Clinic {number} of {total}</source>
        <translation>العيادة {number} من {total}</translation>
    </message>
    <message>
        <source>Your exam is complete. Thank you</source>
        <translation>اكتمل فحصك. شكرًا لك</translation>
    </message>
    <message>
        <source>You have been to all its clinics</source>
        <translation>أتممت جميع عياداته</translation>
    </message>
    <message>
        <source>Your next clinic: {clinic}</source>
        <translation>عيادتك التالية: {clinic}</translation>
    </message>
    <message>
        <source>It is not giving out numbers right now. Please ask at reception</source>
        <translation>لا تصدر أرقامًا الآن. راجع الاستقبال</translation>
    </message>
    <message>
        <source>Please go to {clinic} first</source>
        <translation>عليك زيارة {clinic} أولًا</translation>
    </message>
    <message>
        <source>It is the next clinic of your exam</source>
        <translation>هي العيادة التالية في فحصك</translation>
    </message>
    <message>
        <source>This clinic is not part of your exam</source>
        <translation>هذه العيادة ليست ضمن فحصك</translation>
    </message>
    <message>
        <source>Enter or scan your appointment code</source>
        <translation>أدخل رمز الموعد أو مرّره على القارئ</translation>
    </message>
    <message>
        <source>We cannot find it. Please check the code</source>
        <translation>لم نجد هذا الموعد. راجع الرمز</translation>
    </message>
    <message>
        <source>The code is not complete</source>
        <translation>الرمز غير مكتمل</translation>
    </message>
    <message>
        <source>This code could not be read. Please type it</source>
        <translation>تعذّرت قراءة الرمز. اكتبه من فضلك</translation>
    </message>
    <message>
        <source>You are early. Check in from {time}</source>
        <translation>وصلت مبكرًا. سجّل من {time}</translation>
    </message>
    <message>
        <source>Your appointment is on {day}</source>
        <translation>موعدك يوم {day}</translation>
    </message>
    <message>
        <source>Check in from {time}</source>
        <translation>سجّل وصولك من {time}</translation>
    </message>
    <message>
        <source>Your appointment is kept</source>
        <translation>موعدك محفوظ</translation>
    </message>
    <message>
        <source>It is too late to check in. Check-in closed at {time}</source>
        <translation>فات وقت التسجيل. أُغلق التسجيل الساعة {time}</translation>
    </message>
    <message>
        <source>Which clinic did you finish at?</source>
        <translation>من أي عيادة انتهيت؟</translation>
    </message>
    <message>
        <source>Touch the clinic or scan the code on your ticket</source>
        <translation>المس العيادة أو مرّر رمز تذكرتك</translation>
    </message>
    <message>
        <source>What is your number there?</source>
        <translation>ما رقمك فيها؟</translation>
    </message>
    <message>
        <source>Type its digits or scan the code on your ticket</source>
        <translation>اكتب أرقامه أو مرّر رمز تذكرتك</translation>
    </message>
    <message>
        <source>Your ticket was read</source>
        <translation>قُرئت تذكرتك</translation>
    </message>
    <message>
        <source>This is not the code of a ticket</source>
        <translation>هذا ليس رمز تذكرة</translation>
    </message>
    <message>
        <source>Enter the clinic&apos;s two-digit PIN</source>
        <translation>أدخل رمز العيادة المكوّن من رقمين</translation>
    </message>
    <message numerus="yes">
        <source>Enter the clinic&apos;s PIN. It has %n digits</source>
        <translation>
            <numerusform>أدخل رمز العيادة</numerusform>
            <numerusform>أدخل رمز العيادة المكوّن من رقم واحد</numerusform>
            <numerusform>أدخل رمز العيادة المكوّن من رقمين</numerusform>
            <numerusform>أدخل رمز العيادة المكوّن من %n أرقام</numerusform>
            <numerusform>أدخل رمز العيادة المكوّن من %n رقمًا</numerusform>
            <numerusform>أدخل رمز العيادة المكوّن من %n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>The clinic staff will tell you the PIN</source>
        <translation>يخبرك موظف العيادة بالرمز</translation>
    </message>
    <message>
        <source>The PIN is not complete</source>
        <translation>الرمز غير مكتمل</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN. Tries left: %n</source>
        <translation>
            <numerusform>الرمز غير صحيح. لا محاولات باقية</numerusform>
            <numerusform>الرمز غير صحيح. بقيت محاولة واحدة</numerusform>
            <numerusform>الرمز غير صحيح. بقيت محاولتان</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No tries left. Please ask the staff</source>
        <translation>توقفت المحاولات. راجع الموظف</translation>
    </message>
    <message>
        <source>It can be tried again at {time}</source>
        <translation>يمكن المحاولة مجددًا {time}</translation>
    </message>
    <message>
        <source>Thank you. Next clinic: {clinic}</source>
        <translation>شكرًا. عيادتك التالية: {clinic}</translation>
    </message>
    <message>
        <source>Thank you. You have finished here</source>
        <translation>شكرًا. انتهيت هنا</translation>
    </message>
    <message>
        <source>We wish you good health</source>
        <translation>نتمنى لك الصحة والعافية</translation>
    </message>
    <message>
        <source>We cannot find this ticket today</source>
        <translation>لم نجد هذه التذكرة اليوم</translation>
    </message>
    <message>
        <source>Please check the clinic and the number</source>
        <translation>راجع العيادة والرقم</translation>
    </message>
    <message>
        <source>You have not been called yet</source>
        <translation>لم يُنادَ رقمك بعد</translation>
    </message>
    <message>
        <source>Please wait for your turn. You keep your place</source>
        <translation>انتظر دورك، مكانك محفوظ</translation>
    </message>
    <message>
        <source>This ticket is over already</source>
        <translation>انتهت هذه التذكرة من قبل</translation>
    </message>
    <message>
        <source>Which clinic?</source>
        <translation>إلى أي عيادة؟</translation>
    </message>
    <message>
        <source>Touch a clinic to take a number</source>
        <translation>المس اسم العيادة لتأخذ رقمك</translation>
    </message>
    <message>
        <source>No wait</source>
        <translation>لا انتظار</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>ينتظر شخص</numerusform>
            <numerusform>ينتظر شخصان</numerusform>
            <numerusform>ينتظر %n</numerusform>
            <numerusform>ينتظر %n</numerusform>
            <numerusform>ينتظر %n</numerusform>
        </translation>
    </message>
    <message>
        <source>? waiting</source>
        <translation>ينتظر ؟</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>متوقفة حتى {time}</translation>
    </message>
    <message>
        <source>Paused for now: {reason}</source>
        <translation>متوقفة الآن: {reason}</translation>
    </message>
    <message>
        <source>Paused for now</source>
        <translation>متوقفة الآن</translation>
    </message>
    <message>
        <source>Closed, opens at {time}</source>
        <translation>مغلقة، تفتح {time}</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>تفتح {time}</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation>مغلقة لبقية اليوم</translation>
    </message>
    <message>
        <source>Women only</source>
        <translation>للنساء فقط</translation>
    </message>
    <message>
        <source>Men only</source>
        <translation>للرجال فقط</translation>
    </message>
    <message>
        <source>{clinic} is for women only. Go on?</source>
        <translation>{clinic}: للنساء فقط. هل تريدين المتابعة؟</translation>
    </message>
    <message>
        <source>{clinic} is for men only. Go on?</source>
        <translation>{clinic}: للرجال فقط. هل تريد المتابعة؟</translation>
    </message>
    <message>
        <source>Choose a clinic</source>
        <translation>اختر عيادة</translation>
    </message>
    <message>
        <source>Please choose another clinic or ask at reception</source>
        <translation>اختر عيادة أخرى أو اسأل الاستقبال</translation>
    </message>
    <message>
        <source>No clinic gives numbers here. Please ask at reception</source>
        <translation>لا توجد عيادة تعطي أرقامًا هنا. راجع الاستقبال</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>الطابق {floor}</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>الطابق الأرضي</translation>
    </message>
    <message>
        <source>Mezzanine</source>
        <translation>طابق الميزانين</translation>
    </message>
    <message>
        <source>floor {floor}</source>
        <translation>الطابق {floor}</translation>
    </message>
    <message>
        <source>the ground floor</source>
        <translation>الطابق الأرضي</translation>
    </message>
    <message>
        <source>the mezzanine</source>
        <translation>طابق الميزانين</translation>
    </message>
    <message>
        <source>Your ID or file number (optional)</source>
        <translation>رقم بطاقتك أو ملفك (اختياري)</translation>
    </message>
    <message>
        <source>Type it or scan your card</source>
        <translation>أدخل الرقم أو مرّر البطاقة</translation>
    </message>
    <message numerus="yes">
        <source>Only staff see it. Erased after %n days</source>
        <translation>
            <numerusform>يراه الموظفون فقط ويُحذف في اليوم نفسه</numerusform>
            <numerusform>يراه الموظفون فقط ويُحذف بعد يوم واحد</numerusform>
            <numerusform>يراه الموظفون فقط ويُحذف بعد يومين</numerusform>
            <numerusform>يراه الموظفون فقط ويُحذف بعد %n أيام</numerusform>
            <numerusform>يراه الموظفون فقط ويُحذف بعد %n يومًا</numerusform>
            <numerusform>يراه الموظفون فقط ويُحذف بعد %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Your ID or file number</source>
        <translation>رقم بطاقتك أو ملفك</translation>
    </message>
    <message>
        <source>So that every clinic of your exam knows your turn</source>
        <translation>حتى تعرف كل عيادة في فحصك دورك</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>The number is not complete</source>
        <translation>الرقم غير مكتمل</translation>
    </message>
    <message>
        <source>This card could not be read. Please type the number</source>
        <translation>تعذّرت قراءة البطاقة. أدخل الرقم</translation>
    </message>
    <message>
        <source>Do you need priority?</source>
        <translation>هل تحتاج إلى أولوية؟</translation>
    </message>
    <message>
        <source>Older person</source>
        <translation>كبير السن</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>حامل</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>ذوو الإعاقة</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>لا، شكرًا</translation>
    </message>
    <message>
        <source>One moment, getting your number</source>
        <translation>لحظة، نجهّز رقمك</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>This is your number</source>
        <translation>هذا رقمك</translation>
    </message>
    <message>
        <source>You already have a number</source>
        <translation>رقمك ما زال محفوظًا</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>أنت التالي</translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>أنت التالي</numerusform>
            <numerusform>أمامك شخص واحد</numerusform>
            <numerusform>أمامك شخصان</numerusform>
            <numerusform>أمامك %n أشخاص</numerusform>
            <numerusform>أمامك %n شخصًا</numerusform>
            <numerusform>أمامك %n شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>You have been called. Please go to room {room}</source>
        <translation>جاء دورك. توجّه إلى غرفة {room}</translation>
    </message>
    <message>
        <source>You have been called. Please go in</source>
        <translation>جاء دورك. تفضّل بالدخول</translation>
    </message>
    <message>
        <source>Wait about {a} to {b} minutes</source>
        <translation>الانتظار من {a} إلى {b} دقيقة</translation>
    </message>
    <message>
        <source>Wait less than a minute</source>
        <translation>الانتظار أقل من دقيقة</translation>
    </message>
    <message>
        <source>We cannot tell the wait yet</source>
        <translation>لا نعرف مدة الانتظار بعد</translation>
    </message>
    <message>
        <source>Wait on {floor}, by room {room}</source>
        <translation>انتظر في {floor}، أمام غرفة {room}</translation>
    </message>
    <message>
        <source>Wait on {floor}</source>
        <translation>انتظر في {floor}</translation>
    </message>
    <message>
        <source>Wait by room {room}</source>
        <translation>انتظر أمام غرفة {room}</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>تابع دورك بهاتفك</translation>
    </message>
    <message>
        <source>Scan the code. No app needed</source>
        <translation>امسح الرمز، بلا تطبيق</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Printing. Take it from below</source>
        <translation>نطبع تذكرتك. خذها من الأسفل</translation>
    </message>
    <message>
        <source>Printed. Take it from below</source>
        <translation>طُبعت تذكرتك. خذها من الأسفل</translation>
    </message>
    <message>
        <source>Not printed, but your number is safe. Photograph the screen or scan the code</source>
        <translation>لم تُطبع التذكرة، ورقمك محفوظ. صوّر الشاشة أو امسح الرمز</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>اطبع مرة أخرى</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>Starting again in %n s</source>
        <translation>
            <numerusform>سنبدأ من جديد بعد %n ثانية</numerusform>
            <numerusform>سنبدأ من جديد بعد ثانية واحدة</numerusform>
            <numerusform>سنبدأ من جديد بعد ثانيتين</numerusform>
            <numerusform>سنبدأ من جديد بعد %n ثوانٍ</numerusform>
            <numerusform>سنبدأ من جديد بعد %n ثانية</numerusform>
            <numerusform>سنبدأ من جديد بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>نعم، أكمل</translation>
    </message>
    <message>
        <source>This kiosk is not working right now</source>
        <translation>الجهاز متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>We cannot give out numbers at the moment. We are sorry</source>
        <translation>لا يمكننا إصدار أرقام الآن. نعتذر منك</translation>
    </message>
    <message>
        <source>Please go to the reception desk. They will help you</source>
        <translation>توجّه إلى مكتب الاستقبال وسنساعدك</translation>
    </message>
    <message>
        <source>If you already have a number, you keep your place</source>
        <translation>إن كان معك رقم، فدورك محفوظ</translation>
    </message>
    <message>
        <source>Trying again by itself. Last try {time}</source>
        <translation>نعيد المحاولة تلقائيًا. آخر محاولة {time}</translation>
    </message>
    <message>
        <source>This kiosk is not working. Please go to reception</source>
        <translation>الجهاز متوقف مؤقتًا. توجّه إلى مكتب الاستقبال من فضلك</translation>
    </message>
    <message numerus="yes">
        <source>The system is busy. Try again in %n s</source>
        <translation>
            <numerusform>النظام مشغول. حاول بعد %n ثانية</numerusform>
            <numerusform>النظام مشغول. حاول بعد ثانية واحدة</numerusform>
            <numerusform>النظام مشغول. حاول بعد ثانيتين</numerusform>
            <numerusform>النظام مشغول. حاول بعد %n ثوانٍ</numerusform>
            <numerusform>النظام مشغول. حاول بعد %n ثانية</numerusform>
            <numerusform>النظام مشغول. حاول بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Please wait here. We will try again automatically</source>
        <translation>انتظر هنا. نعيد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Too many numbers taken. Please ask reception</source>
        <translation>أخذت أرقامًا كثيرة. راجع الاستقبال</translation>
    </message>
    <message>
        <source>We cannot give you a number for this clinic</source>
        <translation>لا يمكننا إعطاؤك رقمًا لهذه العيادة</translation>
    </message>
    <message>
        <source>This cannot be done here right now</source>
        <translation>لا يمكن إجراء هذا هنا الآن</translation>
    </message>
    <message>
        <source>Staff have been told and will come</source>
        <translation>أبلغنا الموظف، سيأتيك قريبًا</translation>
    </message>
    <message>
        <source>We could not reach the staff. Please go to the reception desk</source>
        <translation>تعذّر إبلاغ الموظف. توجّه إلى مكتب الاستقبال</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>رمز الموظف</translation>
    </message>
    <message numerus="yes">
        <source>Wrong code. Tries left: %n</source>
        <translation>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
            <numerusform>الرمز غير صحيح. المحاولات الباقية: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No tries left. Try again at {time}</source>
        <translation>توقفت المحاولات. حاول مجددًا {time}</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Ahead of you</source>
        <translation>أمامك</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>لا أحد</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait, about</source>
        <translation>الانتظار تقريبًا</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message>
        <source>{a} to {b} minutes</source>
        <translation>{a} إلى {b} دقيقة</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>الطابق الأرضي</translation>
    </message>
    <message>
        <source>Mezzanine</source>
        <translation>طابق الميزانين</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>الطابق {floor}</translation>
    </message>
    <message>
        <source>{floor}, by room {room}</source>
        <translation>{floor}، أمام غرفة {room}</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>تابع دورك بهاتفك</translation>
    </message>
    <message>
        <source>Scan the code. No app needed</source>
        <translation>امسح الرمز، بلا تطبيق</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Next is {label}, {class}</source>
        <translation>التالي {label}، {class}</translation>
    </message>
    <message>
        <source>Next is {label}</source>
        <translation>التالي {label}</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>نقرأ القائمة</translation>
    </message>
    <message>
        <source>Clinic is paused</source>
        <translation>العيادة متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Clinic is closed</source>
        <translation>العيادة مغلقة</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>اقرأ مجددًا</translation>
    </message>
    <message>
        <source>The database does not answer. This list is of {time}; we keep trying.</source>
        <translation>قاعدة البيانات لا تجيب. هذه قائمة الساعة {time}، ونعيد المحاولة.</translation>
    </message>
    <message>
        <source>No news from the server. This list is of {time}; read it again.</source>
        <translation>لا أخبار من الخادم. هذه قائمة الساعة {time}، اقرأها مجددًا.</translation>
    </message>
    <message>
        <source>This number</source>
        <translation>هذا الرقم</translation>
    </message>
    <message>
        <source>Something went wrong here. Look at the list, then press Try again.</source>
        <translation>حدث خطأ هنا. انظر إلى القائمة ثم اضغط إعادة المحاولة.</translation>
    </message>
    <message>
        <source>A reason is needed. Type one and press again.</source>
        <translation>السبب مطلوب. اكتبه ثم اضغط مجددًا.</translation>
    </message>
    <message>
        <source>What was typed cannot be used. Check it and press again.</source>
        <translation>ما كُتب غير مقبول. راجعه ثم اضغط مجددًا.</translation>
    </message>
    <message>
        <source>This desk may not use the database. Ask whoever looks after the system.</source>
        <translation>لا يُسمح لهذا المكتب بقاعدة البيانات. راجع المسؤول عن النظام.</translation>
    </message>
    <message>
        <source>This was done by {by}, who alone can take it back. Ask there.</source>
        <translation>قام بذلك {by} وله وحده التراجع عنه. راجعه.</translation>
    </message>
    <message>
        <source>This desk may not do that. Ask a supervisor.</source>
        <translation>لا يُسمح لهذا المكتب بذلك. راجع المشرف.</translation>
    </message>
    <message>
        <source>This clinic is no longer there. Choose your clinics again.</source>
        <translation>لم تعد هذه العيادة موجودة. اختر عياداتك مجددًا.</translation>
    </message>
    <message>
        <source>This room is no longer there. Choose your room again.</source>
        <translation>لم تعد هذه الغرفة موجودة. اختر غرفتك مجددًا.</translation>
    </message>
    <message>
        <source>{label} is no longer there. Look at the list again.</source>
        <translation>لم يعد {label} موجودًا. انظر إلى القائمة مجددًا.</translation>
    </message>
    <message>
        <source>This patient is in no line today. Register a walk-in.</source>
        <translation>هذا المراجع ليس في أي دور اليوم. سجّله مراجعًا.</translation>
    </message>
    <message>
        <source>Nobody is waiting now. The next patient will appear in the list.</source>
        <translation>لا أحد ينتظر الآن. سيظهر المراجع التالي في القائمة.</translation>
    </message>
    <message>
        <source>{label} is still in this room. Finish it, then call the next one.</source>
        <translation>ما زال {label} في هذه الغرفة. أنهِ خدمته ثم نادِ التالي.</translation>
    </message>
    <message>
        <source>This room is full. Finish one patient, then call the next one.</source>
        <translation>هذه الغرفة ممتلئة. أنهِ خدمة مراجع ثم نادِ التالي.</translation>
    </message>
    <message>
        <source>{label} has changed meanwhile. Look at the list again.</source>
        <translation>تغيّر {label} في هذه الأثناء. انظر إلى القائمة مجددًا.</translation>
    </message>
    <message>
        <source>{label} is now “{state}”: {by} did that at {time}. Look at the list again.</source>
        <translation>حالة {label} الآن «{state}»: قام بذلك {by} الساعة {time}. انظر إلى القائمة مجددًا.</translation>
    </message>
    <message>
        <source>{label} is “{state}” since {time}. Look at the list again.</source>
        <translation>حالة {label} «{state}» منذ {time}. انظر إلى القائمة مجددًا.</translation>
    </message>
    <message>
        <source>{label} is now “{state}”. Look at the list again.</source>
        <translation>حالة {label} الآن «{state}». انظر إلى القائمة مجددًا.</translation>
    </message>
    <message>
        <source>It is too early for a no-show of {label}. Recall first.</source>
        <translation>لم يحن بعد تسجيل غياب {label}. أعد النداء أولًا.</translation>
    </message>
    <message>
        <source>{label} can be a no-show from {time} on. Recall the patient until then.</source>
        <translation>يمكن تسجيل غياب {label} من الساعة {time}. أعد النداء حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>This cannot be taken back. Use the buttons for {label} instead.</source>
        <translation>لا يمكن التراجع عن هذا. استعمل أزرار {label} بدلًا منه.</translation>
    </message>
    <message>
        <source>Undo was possible until {time}. Use the buttons for {label} instead.</source>
        <translation>كان التراجع ممكنًا حتى {time}. استعمل أزرار {label} بدلًا منه.</translation>
    </message>
    <message>
        <source>This patient already has a number here. Look in the list.</source>
        <translation>لهذا المراجع رقم هنا. ابحث عنه في القائمة.</translation>
    </message>
    <message>
        <source>This clinic is closed for today. Choose another clinic.</source>
        <translation>هذه العيادة مغلقة اليوم. اختر عيادة أخرى.</translation>
    </message>
    <message>
        <source>This clinic is closed and opens at {time}. Choose another clinic.</source>
        <translation>هذه العيادة مغلقة وتفتح الساعة {time}. اختر عيادة أخرى.</translation>
    </message>
    <message>
        <source>This clinic is paused until {time}. Choose another clinic.</source>
        <translation>هذه العيادة متوقفة حتى {time}. اختر عيادة أخرى.</translation>
    </message>
    <message>
        <source>This clinic is paused: {reason}. Choose another clinic.</source>
        <translation>هذه العيادة متوقفة: {reason}. اختر عيادة أخرى.</translation>
    </message>
    <message>
        <source>This clinic is paused. Choose another clinic.</source>
        <translation>هذه العيادة متوقفة. اختر عيادة أخرى.</translation>
    </message>
    <message>
        <source>This clinic is for women only. Choose another clinic.</source>
        <translation>هذه العيادة للنساء فقط. اختر عيادة أخرى.</translation>
    </message>
    <message>
        <source>This clinic is for men only. Choose another clinic.</source>
        <translation>هذه العيادة للرجال فقط. اختر عيادة أخرى.</translation>
    </message>
    <message>
        <source>This press was mixed up with another. Press the button again.</source>
        <translation>اختلطت هذه الضغطة بأخرى. اضغط الزر مجددًا.</translation>
    </message>
    <message>
        <source>The same press is still being done. Try again in a moment.</source>
        <translation>ما زالت هذه الضغطة قيد التنفيذ. أعد المحاولة بعد لحظة.</translation>
    </message>
    <message>
        <source>The system is busy. Try again in {n} s; it will not be done twice.</source>
        <translation>النظام مشغول. أعد المحاولة بعد {n} ثانية، ولن يتكرر الأمر.</translation>
    </message>
    <message>
        <source>The system is busy. Try again; it will not be done twice.</source>
        <translation>النظام مشغول. أعد المحاولة، ولن يتكرر الأمر.</translation>
    </message>
    <message>
        <source>The database does not answer. Try again; it will not be done twice.</source>
        <translation>قاعدة البيانات لا تجيب. أعد المحاولة، ولن يتكرر الأمر.</translation>
    </message>
    <message>
        <source>This cannot be done now. Look at the list, then press again.</source>
        <translation>لا يمكن هذا الآن. انظر إلى القائمة ثم اضغط مجددًا.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Nobody is in this room</source>
        <translation>لا أحد في هذه الغرفة</translation>
    </message>
    <message>
        <source>Press F2 to call the next patient.</source>
        <translation>اضغط F2 لنداء المراجع التالي.</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>مدة الخدمة</translation>
    </message>
    <message>
        <source>no-show in {time}</source>
        <translation>الغياب بعد {time}</translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>منذ النداء</translation>
    </message>
    <message>
        <source>arrived {time}</source>
        <translation>الوصول {time}</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>بلا غرفة</translation>
    </message>
    <message>
        <source>Room {room}</source>
        <translation>غرفة {room}</translation>
    </message>
    <message>
        <source>{a} to {b}</source>
        <translation>{a} إلى {b}</translation>
    </message>
    <message>
        <source>Wait in minutes</source>
        <translation>الانتظار بالدقائق</translation>
    </message>
    <message>
        <source>under {n}</source>
        <translation>أقل من {n}</translation>
    </message>
    <message>
        <source>over {n}</source>
        <translation>أكثر من {n}</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Nobody is waiting. New numbers appear here.</source>
        <translation>لا أحد ينتظر. تظهر الأرقام الجديدة هنا.</translation>
    </message>
    <message>
        <source>{clinic} is paused</source>
        <translation>{clinic}: متوقفة</translation>
    </message>
    <message>
        <source>{clinic} is closed</source>
        <translation>{clinic}: مغلقة</translation>
    </message>
    <message>
        <source>in the order they will be called</source>
        <translation>بترتيب النداء</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reason or note</source>
        <translation>السبب أو الملاحظة</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>الانتظار</translation>
    </message>
    <message>
        <source>Called to room {room}</source>
        <translation>نودي إلى غرفة {room}</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>نداء التالي</translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>نداء الآن</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>إعادة النداء</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>إعادة إلى الدور</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Register walk-in</source>
        <translation>تسجيل مراجع</translation>
    </message>
    <message>
        <source>Done, PIN</source>
        <translation>إنهاء برمز</translation>
    </message>
    <message>
        <source>Change route</source>
        <translation>تغيير المسار</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>تسجيل الوصول</translation>
    </message>
    <message>
        <source>Cancel appointment</source>
        <translation>إلغاء الموعد</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Older person</source>
        <translation>كبير السن</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>حامل</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>ذوو الإعاقة</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>طارئ</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>لم يصل بعد</translation>
    </message>
    <message>
        <source>checked in</source>
        <translation>سُجّل وصوله</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Undo walk-in</source>
        <translation>تراجع عن تسجيل</translation>
    </message>
    <message>
        <source>Undo call</source>
        <translation>تراجع عن نداء</translation>
    </message>
    <message>
        <source>Undo start</source>
        <translation>تراجع عن بدء</translation>
    </message>
    <message>
        <source>Undo done</source>
        <translation>تراجع عن إنهاء</translation>
    </message>
    <message>
        <source>Undo no-show</source>
        <translation>تراجع عن غياب</translation>
    </message>
    <message>
        <source>Undo hold</source>
        <translation>تراجع عن تعليق</translation>
    </message>
    <message>
        <source>Undo resume</source>
        <translation>تراجع عن استئناف</translation>
    </message>
    <message>
        <source>Undo transfer</source>
        <translation>تراجع عن تحويل</translation>
    </message>
    <message>
        <source>Undo cancel</source>
        <translation>تراجع عن إلغاء</translation>
    </message>
    <message>
        <source>Undo return</source>
        <translation>تراجع عن إعادة</translation>
    </message>
    <message>
        <source>Undo priority</source>
        <translation>تراجع عن أولوية</translation>
    </message>
    <message>
        <source>Nobody is on hold, and nobody failed to come.</source>
        <translation>لا أحد معلّق ولا غائب.</translation>
    </message>
    <message>
        <source>Held and no-show</source>
        <translation>المعلّقون والغائبون</translation>
    </message>
    <message>
        <source>a patient who comes back keeps the place in the line</source>
        <translation>من يعود يحتفظ بدوره</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>افتح المكتب</translation>
    </message>
    <message>
        <source>Where do you work now?</source>
        <translation>أين تعمل الآن؟</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <source>Clinics, one or more</source>
        <translation>العيادات، واحدة أو أكثر</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>بقي {time}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>اتركه</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>أحد الأكشاك</translation>
    </message>
    <message>
        <source>{time}: somebody at {station} asks for help. Please go there.</source>
        <translation>{time}: شخص عند {station} يطلب المساعدة. اذهب إليه من فضلك.</translation>
    </message>
    <message>
        <source>{time}: messages no longer go out to {name}. Tell an administrator.</source>
        <translation>{time}: لم تعد الرسائل تُرسل إلى {name}. أبلغ مسؤول النظام.</translation>
    </message>
    <message>
        <source>{time}: {station} could not print {label}. See to paper and printer.</source>
        <translation>{time}: لم يطبع {station} التذكرة {label}. تحقق من الورق والطابعة.</translation>
    </message>
    <message>
        <source>{time}: {station} needs attention. Please look there.</source>
        <translation>{time}: يحتاج {station} إلى انتباه. تفقّده من فضلك.</translation>
    </message>
    <message>
        <source>The patient before was marked as done.</source>
        <translation>أُنهيت خدمة المراجع السابق.</translation>
    </message>
    <message>
        <source>The clinic has a new PIN.</source>
        <translation>صار للعيادة رمز جديد.</translation>
    </message>
    <message>
        <source>{old} is now {new}. Tell the patient the new number.</source>
        <translation>صار {old} الآن {new}. أخبر المراجع برقمه الجديد.</translation>
    </message>
    <message>
        <source>Next for this patient: {clinic}, {label}.</source>
        <translation>التالي لهذا المراجع: {clinic}، {label}.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Keep the number</source>
        <translation>أبقِ الرقم</translation>
    </message>
    <message>
        <source>Keeps the time of arrival</source>
        <translation>يحتفظ بوقت وصوله</translation>
    </message>
    <message>
        <source>Goes last</source>
        <translation>يقف في الآخر</translation>
    </message>
    <message>
        <source>Note for the next people who see this number</source>
        <translation>ملاحظة لمن سيرى هذا الرقم بعدك</translation>
    </message>
    <message>
        <source>Call {label} out of order?</source>
        <translation>نداء {label} خارج الدور؟</translation>
    </message>
    <message>
        <source>Put {label} on hold?</source>
        <translation>تعليق {label}؟</translation>
    </message>
    <message>
        <source>Cancel {label} for good?</source>
        <translation>إلغاء {label} نهائيًا؟</translation>
    </message>
    <message>
        <source>Change the class of {label}</source>
        <translation>تغيير فئة {label}</translation>
    </message>
    <message>
        <source>Transfer {label} to another clinic</source>
        <translation>تحويل {label} إلى عيادة أخرى</translation>
    </message>
    <message>
        <source>Note on {label}</source>
        <translation>ملاحظة على {label}</translation>
    </message>
    <message>
        <source>End {label} with the PIN</source>
        <translation>إنهاء {label} بالرمز</translation>
    </message>
    <message>
        <source>Change the route of {label}</source>
        <translation>تغيير مسار {label}</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>غيّر الفئة</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>احفظ الملاحظة</translation>
    </message>
    <message>
        <source>Cancel the number</source>
        <translation>ألغِ الرقم</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>السبب (اختياري)</translation>
    </message>
    <message>
        <source>In pain</source>
        <translation>يشعر بألم</translation>
    </message>
    <message>
        <source>Doctor asked for this patient</source>
        <translation>طلبه الطبيب</translation>
    </message>
    <message>
        <source>With another patient</source>
        <translation>مع مراجع آخر</translation>
    </message>
    <message>
        <source>Was passed over</source>
        <translation>فاته دوره</translation>
    </message>
    <message>
        <source>Sent for a test</source>
        <translation>أُرسل لفحص</translation>
    </message>
    <message>
        <source>Stepped out</source>
        <translation>خرج قليلًا</translation>
    </message>
    <message>
        <source>Papers missing</source>
        <translation>أوراق ناقصة</translation>
    </message>
    <message>
        <source>Waiting for the doctor</source>
        <translation>بانتظار الطبيب</translation>
    </message>
    <message>
        <source>Patient left</source>
        <translation>غادر المراجع</translation>
    </message>
    <message>
        <source>Wrong clinic</source>
        <translation>عيادة خاطئة</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>أُخذ مرتين</translation>
    </message>
    <message>
        <source>Patient asked for it</source>
        <translation>بطلب من المراجع</translation>
    </message>
    <message>
        <source>Seen at the desk</source>
        <translation>لاحظناه عند المكتب</translation>
    </message>
    <message>
        <source>Doctor asked for it</source>
        <translation>بطلب من الطبيب</translation>
    </message>
    <message>
        <source>Choose room and clinics again</source>
        <translation>اختر الغرفة والعيادات مجددًا</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>count</comment>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>تمت خدمتهم</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>الأطول</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>الغائبون</translation>
    </message>
    <message>
        <source>Clinics of this desk</source>
        <translation>عيادات هذا المكتب</translation>
    </message>
    <message>
        <source>The clinic&apos;s PIN of today. Press for a new one.</source>
        <translation>رمز العيادة لهذا اليوم. اضغط للحصول على رمز جديد.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation>مغلقة لبقية اليوم</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>متوقفة حتى {time}</translation>
    </message>
    <message>
        <source>Opens at {time}</source>
        <translation>تفتح {time}</translation>
    </message>
    <message>
        <source>Register a walk-in</source>
        <translation>تسجيل مراجع</translation>
    </message>
    <message>
        <source>Only the clinic is needed.</source>
        <translation>العيادة وحدها مطلوبة.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>ID or file number</source>
        <translation>رقم الهوية أو الملف</translation>
    </message>
    <message>
        <source>Mobile, with country code</source>
        <translation>الجوال مع رمز الدولة</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>أعطِ رقمًا</translation>
    </message>
    <message>
        <source>The number is</source>
        <translation>الرقم هو</translation>
    </message>
    <message>
        <source>This patient already has the number</source>
        <translation>لهذا المراجع رقم من قبل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Nobody ahead</source>
        <translation>لا أحد قبله</translation>
    </message>
    <message>
        <source>about {a} to {b} minutes</source>
        <translation>من {a} إلى {b} دقيقة تقريبًا</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message>
        <source>the wait is not known yet</source>
        <translation>مدة الانتظار غير معروفة بعد</translation>
    </message>
    <message>
        <source>An ID has letters, digits, “-” and “_” only. Check it.</source>
        <translation>رقم الهوية حروف وأرقام و«-» و«_» فقط. راجعه.</translation>
    </message>
    <message>
        <source>Type the mobile with its country code, beginning with “+”.</source>
        <translation>اكتب الجوال مع رمز الدولة مبدوءًا بعلامة «+».</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>امرأة</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>رجل</translation>
    </message>
    <message>
        <source>A new PIN for {clinic}?</source>
        <translation>رمز جديد لعيادة {clinic}؟</translation>
    </message>
    <message>
        <source>The current PIN will stop working.</source>
        <translation>سيتوقف الرمز الحالي عن العمل.</translation>
    </message>
    <message>
        <source>Cancel the appointment at {time}?</source>
        <translation>إلغاء موعد الساعة {time}؟</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>الرمز {code}</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <source>No more appointments today.</source>
        <translation>لا مواعيد أخرى اليوم.</translation>
    </message>
    <message>
        <source>Nobody has an appointment today.</source>
        <translation>لا مواعيد لأحد اليوم.</translation>
    </message>
    <message>
        <source>Appointments of today</source>
        <translation>مواعيد اليوم</translation>
    </message>
    <message>
        <source>Today&apos;s PIN</source>
        <translation>رمز اليوم</translation>
    </message>
    <message>
        <source>Say it when the visit ends</source>
        <translation>يُقال للمراجع عند انتهاء الزيارة</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>رمز جديد</translation>
    </message>
    <message>
        <source>The PIN that the patient says</source>
        <translation>الرمز الذي يذكره المراجع</translation>
    </message>
    <message>
        <source>Count a clinic as done</source>
        <translation>احتساب عيادة منتهية</translation>
    </message>
    <message>
        <source>Choose other clinics</source>
        <translation>اختيار عيادات أخرى</translation>
    </message>
    <message>
        <source>Take out of the line</source>
        <translation>إخراج من الصف</translation>
    </message>
    <message>
        <source>Begin the route again</source>
        <translation>بدء المسار من جديد</translation>
    </message>
    <message>
        <source>Change the route (Ctrl+E)</source>
        <translation>تغيير المسار (Ctrl+E)</translation>
    </message>
    <message>
        <source>{done} of {total} clinics done</source>
        <translation>أُنجزت {done} من {total} عيادات</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: {n}. Ask the patient again, or press Done.</source>
        <translation>الرمز غير صحيح. المحاولات الباقية: {n}. اسأل المراجع مرة أخرى أو اضغط «إنهاء».</translation>
    </message>
    <message>
        <source>Wrong PIN. Ask the patient again, or press Done.</source>
        <translation>الرمز غير صحيح. اسأل المراجع مرة أخرى أو اضغط «إنهاء».</translation>
    </message>
    <message>
        <source>Too many wrong PINs for {label}. End it with Done, or draw a new PIN.</source>
        <translation>أُدخلت رموز خاطئة كثيرة لـ {label}. أنهِه بزر «إنهاء» أو اسحب رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>That is not the patient&apos;s number. Look at the ticket again.</source>
        <translation>هذا ليس رقم المراجع. انظر إلى التذكرة مرة أخرى.</translation>
    </message>
    <message>
        <source>On this route {clinic} comes first. Send the patient there.</source>
        <translation>العيادة المطلوبة أولًا في هذا المسار هي {clinic}. وجّه المراجع إليها.</translation>
    </message>
    <message>
        <source>Another clinic of the route comes first. Look at the route.</source>
        <translation>تأتي عيادة أخرى من المسار أولًا. انظر إلى المسار.</translation>
    </message>
    <message>
        <source>The patient is not done in {clinic} yet. Finish there first.</source>
        <translation>لم ينتهِ المراجع من {clinic} بعد. أنهِ زيارته هناك أولًا.</translation>
    </message>
    <message>
        <source>The clinic before is not finished. Finish there first.</source>
        <translation>العيادة السابقة لم تنتهِ. أنهِها أولًا.</translation>
    </message>
    <message>
        <source>This clinic is not on the patient&apos;s route. Change the route first.</source>
        <translation>هذه العيادة ليست في مسار المراجع. غيّر المسار أولًا.</translation>
    </message>
    <message>
        <source>This time cannot be booked. Choose another.</source>
        <translation>لا يمكن حجز هذا الوقت. اختر غيره.</translation>
    </message>
    <message>
        <source>This reservation is over. Choose a time again.</source>
        <translation>انتهى هذا الحجز المؤقت. اختر وقتًا من جديد.</translation>
    </message>
    <message>
        <source>This appointment is no longer there. Look at the list again.</source>
        <translation>لم يعد هذا الموعد موجودًا. راجع القائمة من جديد.</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time. Choose another.</source>
        <translation>حُجز هذا الوقت للتو. اختر غيره.</translation>
    </message>
    <message>
        <source>The ten minutes of the reservation are over. Choose a time again.</source>
        <translation>انتهت الدقائق العشر للحجز المؤقت. اختر وقتًا من جديد.</translation>
    </message>
    <message>
        <source>This reservation is an appointment already. Look at the list.</source>
        <translation>صار هذا الحجز موعدًا. انظر إلى القائمة.</translation>
    </message>
    <message>
        <source>This patient is just booking another time here. Wait a moment.</source>
        <translation>يحجز هذا المراجع الآن وقتًا آخر هنا. انتظر لحظة.</translation>
    </message>
    <message>
        <source>It is not the time to check in. Register a walk-in instead.</source>
        <translation>ليس هذا وقت تسجيل الوصول. سجّل مراجعًا بلا موعد.</translation>
    </message>
    <message>
        <source>Check-in is possible from {a} to {b}. Register a walk-in instead.</source>
        <translation>تسجيل الوصول ممكن من {a} إلى {b}. سجّل مراجعًا بلا موعد.</translation>
    </message>
    <message>
        <source>This code is not known. Look at the station again.</source>
        <translation>هذا الرمز غير معروف. انظر إلى الجهاز مرة أخرى.</translation>
    </message>
    <message>
        <source>This was asked too often. Wait a little and try again.</source>
        <translation>تكرر هذا الطلب كثيرًا. انتظر قليلًا ثم حاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>StaffCounts</name>
    <message numerus="yes">
        <source>Next is {label}, waiting %n min</source>
        <translation>
            <numerusform>التالي {label}، وصل الآن</numerusform>
            <numerusform>التالي {label}، ينتظر منذ دقيقة</numerusform>
            <numerusform>التالي {label}، ينتظر منذ دقيقتين</numerusform>
            <numerusform>التالي {label}، ينتظر منذ %n دقائق</numerusform>
            <numerusform>التالي {label}، ينتظر منذ %n دقيقة</numerusform>
            <numerusform>التالي {label}، ينتظر منذ %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usual %n min</source>
        <translation>
            <numerusform>المعتاد أقل من دقيقة</numerusform>
            <numerusform>المعتاد دقيقة</numerusform>
            <numerusform>المعتاد دقيقتان</numerusform>
            <numerusform>المعتاد %n دقائق</numerusform>
            <numerusform>المعتاد %n دقيقة</numerusform>
            <numerusform>المعتاد %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waited %n min</source>
        <translation>
            <numerusform>انتظر أقل من دقيقة</numerusform>
            <numerusform>انتظر دقيقة</numerusform>
            <numerusform>انتظر دقيقتين</numerusform>
            <numerusform>انتظر %n دقائق</numerusform>
            <numerusform>انتظر %n دقيقة</numerusform>
            <numerusform>انتظر %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recalled %n times</source>
        <translation>
            <numerusform>لم يُعد نداؤه</numerusform>
            <numerusform>أُعيد النداء مرة</numerusform>
            <numerusform>أُعيد النداء مرتين</numerusform>
            <numerusform>أُعيد النداء %n مرات</numerusform>
            <numerusform>أُعيد النداء %n مرة</numerusform>
            <numerusform>أُعيد النداء %n مرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>party of %n</source>
        <translation>
            <numerusform>وحده</numerusform>
            <numerusform>وحده</numerusform>
            <numerusform>شخصان معًا</numerusform>
            <numerusform>%n أشخاص معًا</numerusform>
            <numerusform>%n شخصًا معًا</numerusform>
            <numerusform>%n شخص معًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>لا أحد قبله</numerusform>
            <numerusform>قبله شخص واحد</numerusform>
            <numerusform>قبله شخصان</numerusform>
            <numerusform>قبله %n أشخاص</numerusform>
            <numerusform>قبله %n شخصًا</numerusform>
            <numerusform>قبله %n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more today</source>
        <translation>
            <numerusform>لا مواعيد أخرى اليوم</numerusform>
            <numerusform>وموعد آخر اليوم</numerusform>
            <numerusform>وموعدان آخران اليوم</numerusform>
            <numerusform>و%n مواعيد أخرى اليوم</numerusform>
            <numerusform>و%n موعدًا آخر اليوم</numerusform>
            <numerusform>و%n موعد آخر اليوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(لا مزيد)</numerusform>
            <numerusform>(وواحدة أخرى)</numerusform>
            <numerusform>(واثنتان أخريان)</numerusform>
            <numerusform>(و%n أخرى)</numerusform>
            <numerusform>(و%n أخرى)</numerusform>
            <numerusform>(و%n أخرى)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui</name>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Lost {time}</source>
        <translation>انقطع {time}</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>تم النداء</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>في الخدمة</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>مُحوَّل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>طارئ</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>موعد</translation>
    </message>
    <message>
        <source>min</source>
        <translation>د</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>أنت التالي</translation>
    </message>
    <message>
        <source>Your place is not known now</source>
        <translation>دورك غير معروف الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>أنت التالي</numerusform>
            <numerusform>أمامك شخص واحد</numerusform>
            <numerusform>أمامك شخصان</numerusform>
            <numerusform>أمامك %n أشخاص</numerusform>
            <numerusform>أمامك %n شخصًا</numerusform>
            <numerusform>أمامك %n شخص</numerusform>
        </translation>
    </message>
</context>
</TS>
