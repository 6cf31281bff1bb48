"""Every refusal over HTTP: its status, its words in the three languages, the facts it may tell."""

from __future__ import annotations

from dataclasses import dataclass

from domain import errors
from domain.errors import Refusal


class RouteNotFound(Refusal):
    code = "NOT_FOUND"


class MethodNotAllowed(Refusal):
    """Facts: allow, the methods there are."""

    code = "METHOD_NOT_ALLOWED"


class BodyTooLarge(Refusal):
    code = "BODY_TOO_LARGE"


class TooSlow(Refusal):
    code = "REQUEST_TIMEOUT"


class Fault(Refusal):
    """A fault of ours; what it was stands in the log under the correlation id."""

    code = "INTERNAL_ERROR"


@dataclass(frozen=True, slots=True)
class Words:
    """What a refusal says. `facts` are the only ones of its facts that leave the server."""

    status: int
    title: str
    en: str
    ar: str
    th: str
    facts: tuple[str, ...] = ()


WORDS: dict[type[Refusal], Words] = {
    errors.InvalidInput: Words(
        422,
        "Invalid input",
        "Something sent is missing or not valid; please correct it and send it again.",
        "بعض ما أُرسل ناقص أو غير صحيح؛ يرجى تصحيحه وإرساله مرة أخرى.",
        "ข้อมูลที่ส่งมาไม่ครบหรือไม่ถูกต้อง โปรดแก้ไขแล้วส่งใหม่",
    ),
    errors.Unauthorized: Words(
        401,
        "Not signed in",
        "This needs a valid access token; please send one.",
        "يتطلب هذا رمز دخول صالحًا؛ يرجى إرساله.",
        "ต้องใช้โทเค็นที่ใช้งานได้ โปรดส่งโทเค็นมาด้วย",
    ),
    errors.NotAllowed: Words(
        403,
        "Not allowed",
        "You may not do this; please ask the staff.",
        "لا يُسمح لك بهذا الإجراء؛ يرجى مراجعة الموظفين.",
        "คุณไม่ได้รับอนุญาตให้ทำรายการนี้ โปรดสอบถามเจ้าหน้าที่",
        ("by",),
    ),
    errors.ClinicNotFound: Words(
        404,
        "Clinic not found",
        "There is no such clinic here; please choose one from the list.",
        "لا توجد عيادة بهذا الرمز؛ يرجى الاختيار من القائمة.",
        "ไม่พบคลินิกนี้ โปรดเลือกจากรายการ",
        ("clinic",),
    ),
    errors.RoomNotFound: Words(
        404,
        "Room not found",
        "There is no such room here; please choose another.",
        "لا توجد غرفة بهذا الاسم؛ يرجى اختيار غرفة أخرى.",
        "ไม่พบห้องนี้ โปรดเลือกห้องอื่น",
        ("room",),
    ),
    errors.TicketNotFound: Words(
        404,
        "Ticket not found",
        "There is no such ticket today; please check the number.",
        "لا توجد تذكرة بهذا الرقم اليوم؛ يرجى التحقق من الرقم.",
        "ไม่พบบัตรคิวนี้ในวันนี้ โปรดตรวจสอบหมายเลข",
    ),
    errors.NotInQueue: Words(
        404,
        "Not in the queue",
        "There is no ticket today; please take a number first.",
        "لا توجد تذكرة اليوم؛ يرجى أخذ رقم أولًا.",
        "วันนี้ยังไม่มีบัตรคิว โปรดรับบัตรคิวก่อน",
    ),
    errors.NobodyWaiting: Words(
        404,
        "Nobody waiting",
        "Nobody is waiting; please try again when a patient has come.",
        "لا يوجد منتظرون؛ يرجى المحاولة عند وصول مريض.",
        "ไม่มีผู้รอคิว โปรดลองอีกครั้งเมื่อมีผู้ป่วยมา",
        ("clinic",),
    ),
    errors.TicketInHand: Words(
        409,
        "Room is full",
        "The room already has a patient; please finish with that one first.",
        "في الغرفة مريض بالفعل؛ يرجى إنهاء خدمته أولًا.",
        "ในห้องมีผู้ป่วยอยู่แล้ว โปรดให้บริการรายนั้นให้เสร็จก่อน",
        ("ticket",),
    ),
    errors.WrongState: Words(
        409,
        "Not possible in this state",
        "The ticket was moved on meanwhile; please look at the list again.",
        "تغيّرت حالة التذكرة في هذه الأثناء؛ يرجى مراجعة القائمة من جديد.",
        "สถานะบัตรคิวเปลี่ยนไปแล้ว โปรดดูรายการอีกครั้ง",
        ("state", "by", "at", "ticket"),
    ),
    errors.TooEarly: Words(
        409,
        "Too early",
        "It is too early for this; please give the patient a little more time.",
        "ما زال الوقت مبكرًا؛ يرجى منح المريض مزيدًا من الوقت.",
        "ยังเร็วเกินไป โปรดให้เวลาผู้ป่วยอีกสักครู่",
        ("at",),
    ),
    errors.TooLateToUndo: Words(
        409,
        "Too late to undo",
        "This can no longer be undone; please make the opposite move instead.",
        "لم يعد التراجع ممكنًا؛ يرجى تنفيذ الإجراء المعاكس بدلًا منه.",
        "ไม่สามารถเลิกทำได้แล้ว โปรดทำรายการตรงข้ามแทน",
        ("at",),
    ),
    errors.AlreadyWaiting: Words(
        409,
        "Already waiting",
        "This patient already has a ticket; please use it or ask the staff.",
        "لدى هذا المريض تذكرة بالفعل؛ يرجى استخدامها أو مراجعة الموظفين.",
        "ผู้ป่วยรายนี้มีบัตรคิวแล้ว โปรดใช้บัตรเดิมหรือสอบถามเจ้าหน้าที่",
    ),
    errors.ClinicClosed: Words(
        409,
        "Clinic is closed",
        "The clinic is closed now; please come back when it opens.",
        "العيادة مغلقة الآن؛ يرجى العودة عند افتتاحها.",
        "คลินิกปิดอยู่ โปรดกลับมาเมื่อคลินิกเปิด",
        ("clinic", "until"),
    ),
    errors.ClinicPaused: Words(
        409,
        "Clinic is paused",
        "The clinic gives no numbers at the moment; please try again later or ask the staff.",
        "العيادة لا تصدر أرقامًا حاليًا؛ يرجى المحاولة لاحقًا أو مراجعة الموظفين.",
        "คลินิกงดออกบัตรคิวชั่วคราว โปรดลองใหม่ภายหลังหรือสอบถามเจ้าหน้าที่",
        ("clinic", "reason", "until"),
    ),
    errors.OtherGender: Words(
        409,
        "Other clinic",
        "This clinic serves other patients; please choose another or ask the staff.",
        "هذه العيادة مخصصة لفئة أخرى من المرضى؛ يرجى اختيار غيرها أو مراجعة الموظفين.",
        "คลินิกนี้ให้บริการผู้ป่วยกลุ่มอื่น โปรดเลือกคลินิกอื่นหรือสอบถามเจ้าหน้าที่",
        ("clinic", "gender"),
    ),
    errors.KeyReused: Words(
        422,
        "Idempotency key reused",
        "This key was used for another request; please make a new key.",
        "استُخدم هذا المفتاح لطلب آخر؛ يرجى إنشاء مفتاح جديد.",
        "คีย์นี้ถูกใช้กับคำขออื่นแล้ว โปรดสร้างคีย์ใหม่",
    ),
    errors.InProgress: Words(
        409,
        "Still in progress",
        "The same request is still being worked on; please try again in a moment.",
        "ما زال الطلب نفسه قيد التنفيذ؛ يرجى المحاولة بعد لحظات.",
        "คำขอเดียวกันกำลังดำเนินการอยู่ โปรดลองอีกครั้งในอีกสักครู่",
    ),
    errors.Busy: Words(
        503,
        "System busy",
        "The system is busy; please try again in a moment.",
        "النظام مشغول؛ يرجى المحاولة بعد لحظات.",
        "ระบบไม่ว่าง โปรดลองอีกครั้งในอีกสักครู่",
    ),
    errors.StoreAway: Words(
        503,
        "System not ready",
        "The system is not ready; please try again in a moment.",
        "النظام غير جاهز؛ يرجى المحاولة بعد لحظات.",
        "ระบบยังไม่พร้อม โปรดลองอีกครั้งในอีกสักครู่",
        ("missing",),
    ),
    RouteNotFound: Words(
        404,
        "Not found",
        "There is nothing at this address; please check it.",
        "لا يوجد شيء في هذا العنوان؛ يرجى التحقق منه.",
        "ไม่พบสิ่งใดที่ที่อยู่นี้ โปรดตรวจสอบที่อยู่",
    ),
    MethodNotAllowed: Words(
        405,
        "Method not allowed",
        "This address does not take this method; please use one of those it allows.",
        "هذا العنوان لا يقبل هذه الطريقة؛ يرجى استخدام إحدى الطرق المسموحة.",
        "ที่อยู่นี้ไม่รองรับวิธีนี้ โปรดใช้วิธีที่อนุญาต",
        ("allow",),
    ),
    BodyTooLarge: Words(
        413,
        "Body too large",
        "What was sent is too large; please send at most 64 KiB.",
        "ما أُرسل كبير جدًا؛ يرجى ألا يتجاوز 64 كيلوبايت.",
        "ข้อมูลที่ส่งมาใหญ่เกินไป โปรดส่งไม่เกิน 64 KiB",
    ),
    TooSlow: Words(
        408,
        "Request too slow",
        "What was sent did not arrive in time; please send it again.",
        "لم يصل ما أُرسل في الوقت المحدد؛ يرجى إرساله مرة أخرى.",
        "ข้อมูลที่ส่งมาไม่ถึงภายในเวลา โปรดส่งใหม่",
    ),
    Fault: Words(
        500,
        "Internal error",
        "Something went wrong with us; please try again or ask the staff.",
        "حدث خطأ لدينا؛ يرجى المحاولة مرة أخرى أو مراجعة الموظفين.",
        "เกิดข้อผิดพลาดในระบบ โปรดลองอีกครั้งหรือสอบถามเจ้าหน้าที่",
    ),
}
