"""Every sentence of the phone page in Arabic, English and Thai; nothing is decided here.

Whatever is filled in (numbers, labels, times) is isolated from the text around it, so that it
reads left to right inside an Arabic sentence too.
"""

from __future__ import annotations

from markupsafe import Markup, escape

LANGUAGES = {"ar": "العربية", "en": "English", "th": "ไทย"}
"""Those the page speaks, each by its own name."""
RIGHT_TO_LEFT = frozenset({"ar"})
_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"

SENTENCES: dict[str, tuple[str, str, str]] = {
    "your_number": ("رقمك", "Your number", "หมายเลขของคุณ"),
    "title": ("{label}، {what}", "{label}, {what}", "{label} {what}"),
    # who is ahead
    "ahead": ("أمامك", "Ahead", "ก่อนหน้าคุณ"),
    "ahead_0": ("أنت التالي", "You are next", "คุณเป็นคิวถัดไป"),
    "ahead_1": ("أمامك شخص واحد", "1 person ahead", "มี {n} คนก่อนหน้าคุณ"),
    "ahead_2": ("أمامك شخصان", "2 people ahead", "มี {n} คนก่อนหน้าคุณ"),
    "ahead_few": ("أمامك {n} أشخاص", "{n} people ahead", "มี {n} คนก่อนหน้าคุณ"),
    "ahead_many": ("أمامك {n} شخصًا", "{n} people ahead", "มี {n} คนก่อนหน้าคุณ"),
    "ahead_other": ("أمامك {n} شخص", "{n} people ahead", "มี {n} คนก่อนหน้าคุณ"),
    "people_0": ("لا أحد", "Nobody", "ไม่มี"),
    "people_1": ("شخص واحد", "1 person", "{n} คน"),
    "people_2": ("شخصان", "2 people", "{n} คน"),
    "people_few": ("{n} أشخاص", "{n} people", "{n} คน"),
    "people_many": ("{n} شخصًا", "{n} people", "{n} คน"),
    "people_other": ("{n} شخص", "{n} people", "{n} คน"),
    # how long
    "wait": ("الانتظار", "Wait", "เวลารอ"),
    "range_1": ("{a} إلى {n} دقيقة", "{a} to {n} minutes", "{a}–{n} นาที"),
    "range_2": ("{a} إلى {n} دقيقة", "{a} to {n} minutes", "{a}–{n} นาที"),
    "range_few": ("{a} إلى {n} دقائق", "{a} to {n} minutes", "{a}–{n} นาที"),
    "range_many": ("{a} إلى {n} دقيقة", "{a} to {n} minutes", "{a}–{n} นาที"),
    "range_other": ("{a} إلى {n} دقيقة", "{a} to {n} minutes", "{a}–{n} นาที"),
    "upto_1": ("دقيقة على الأكثر", "Up to a minute", "ไม่เกิน {n} นาที"),
    "upto_2": ("دقيقتان على الأكثر", "Up to {n} minutes", "ไม่เกิน {n} นาที"),
    "upto_few": ("{n} دقائق على الأكثر", "Up to {n} minutes", "ไม่เกิน {n} นาที"),
    "upto_many": ("{n} دقيقة على الأكثر", "Up to {n} minutes", "ไม่เกิน {n} นาที"),
    "upto_other": ("{n} دقيقة على الأكثر", "Up to {n} minutes", "ไม่เกิน {n} นาที"),
    "wait_unknown": ("لا نعرفه بعد", "Not known yet", "ยังไม่ทราบ"),
    # where
    "where": (
        "انتظر في {floor}. سنعلمك برقم الغرفة",
        "Wait on {floor}. We will tell you the room",
        "ไปนั่งรอที่{floor} เราจะแจ้งหมายเลขห้อง",
    ),
    "where_anywhere": (
        "انتظر قريبًا. سنعلمك برقم الغرفة",
        "Wait nearby. We will tell you the room",
        "นั่งรอบริเวณใกล้เคียง เราจะแจ้งหมายเลขห้อง",
    ),
    "floor": ("الطابق {floor}", "Floor {floor}", "ชั้น {floor}"),
    "floor_ground": ("الطابق الأرضي", "Ground floor", "ชั้นล่าง"),
    "floor_mezzanine": ("طابق الميزانين", "Mezzanine", "ชั้นลอย"),
    "on_floor": ("الطابق {floor}", "floor {floor}", "ชั้น {floor}"),
    "on_floor_ground": ("الطابق الأرضي", "the ground floor", "ชั้นล่าง"),
    "on_floor_mezzanine": ("طابق الميزانين", "the mezzanine", "ชั้นลอย"),
    "room": ("غرفة", "Room", "ห้อง"),
    "go_to_room": ("غرفة {room}", "Room {room}", "ห้อง {room}"),
    # the clinic stands still
    "paused": (
        "العيادة متوقفة الآن. دورك محفوظ",
        "The clinic is paused for now. You keep your place",
        "คลินิกหยุดชั่วคราว คิวของคุณยังอยู่",
    ),
    "paused_until": (
        "العيادة متوقفة حتى {time}. دورك محفوظ",
        "The clinic is paused until {time}. You keep your place",
        "คลินิกพักถึง {time} น. คิวของคุณยังอยู่",
    ),
    "closed": (
        "العيادة مغلقة الآن. راجع الاستقبال",
        "The clinic is closed now. Please ask at reception",
        "คลินิกปิดอยู่ กรุณาสอบถามที่เคาน์เตอร์ต้อนรับ",
    ),
    "closed_until": (
        "العيادة مغلقة وتفتح {time}",
        "The clinic is closed and opens at {time}",
        "คลินิกปิดอยู่ เปิด {time} น.",
    ),
    # the turn
    "turn": ("حان دورك", "It’s your turn", "ถึงคิวของคุณแล้ว"),
    "go_in": ("تفضّل بالدخول الآن", "Please go in now", "เชิญเข้าพบได้เลย"),
    "kept_for": (
        "رقمك محفوظ لمدة {time} دقيقة",
        "Your number is kept for {time} minutes",
        "เราจะรอคุณอีก {time} นาที",
    ),
    "kept_until": (
        "رقمك محفوظ حتى {time}",
        "Your number is kept until {time}",
        "เราจะรอคุณถึง {time} น.",
    ),
    "kept_over": (
        "إن تأخرت فأخبر الموظف",
        "If you are late, please tell the staff",
        "หากมาช้า กรุณาแจ้งเจ้าหน้าที่",
    ),
    # states in a word, and what they mean
    "waiting": ("في الانتظار", "Waiting", "รอเรียก"),
    "serving": ("في الخدمة", "Being seen", "กำลังรับบริการ"),
    "serving_text": ("أنت الآن في العيادة", "You are with the clinic now", "คุณกำลังรับบริการอยู่"),
    "held": ("معلّق", "On hold", "พักคิวไว้"),
    "held_text": (
        "عُلّق دورك، ومكانك محفوظ. سيناديك الموظف",
        "You are on hold and keep your place. Staff will call you",
        "คิวของคุณถูกพักไว้และยังอยู่ เจ้าหน้าที่จะเรียกคุณ",
    ),
    "done": ("انتهى", "Done", "เสร็จแล้ว"),
    "done_text": ("انتهيت هنا. شكرًا لك", "You are done here. Thank you", "เสร็จเรียบร้อยแล้ว ขอบคุณ"),
    "no_show": ("لم تحضر", "Missed", "ไม่มาตามเรียก"),
    "no_show_text": (
        "نُوديَ رقمك ولم تحضر. راجع الموظف ليعيدك إلى الدور",
        "You were called and did not come. Please ask the staff to let you back in",
        "เรียกหมายเลขของคุณแล้วแต่ไม่พบ กรุณาติดต่อเจ้าหน้าที่เพื่อกลับเข้าคิว",
    ),
    "transferred": ("نُقل", "Moved", "ย้ายแล้ว"),
    "transferred_text": (
        "نُقلت إلى عيادة أخرى",
        "You were moved to another clinic",
        "คุณถูกย้ายไปอีกคลินิกหนึ่ง",
    ),
    "cancelled": ("أُلغي", "Cancelled", "ยกเลิกแล้ว"),
    "cancelled_text": (
        "أُلغي هذا الرقم. خذ رقمًا جديدًا إن احتجت إليه",
        "This number was cancelled. Take a new one if you need it",
        "หมายเลขนี้ถูกยกเลิกแล้ว หากต้องการให้รับหมายเลขใหม่",
    ),
    "expired": ("انتهت صلاحيته", "No longer valid", "หมดอายุ"),
    "expired_text": (
        "لم يعد هذا الرقم صالحًا. خذ رقمًا جديدًا",
        "This number is no longer valid. Please take a new one",
        "หมายเลขนี้ใช้ไม่ได้แล้ว กรุณารับหมายเลขใหม่",
    ),
    "next_clinic": (
        "عيادتك التالية: {clinic}",
        "Your next clinic: {clinic}",
        "คลินิกถัดไป: {clinic}",
    ),
    "go_on": ("تابع برقم {label}", "Go on with {label}", "ไปต่อด้วย {label}"),
    # buttons
    "alert_me": ("نبّهني عند اقتراب دوري", "Tell me when it is near", "เตือนฉันเมื่อใกล้ถึงคิว"),
    "alert_on": ("التنبيه يعمل", "You will be told", "เปิดการเตือนแล้ว"),
    "sound_on": ("تشغيل الصوت", "Sound on", "เปิดเสียง"),
    "sound_is_on": ("الصوت يعمل", "Sound is on", "เสียงเปิดอยู่"),
    "cancel": ("إلغاء دوري", "Cancel my place", "ยกเลิกคิวของฉัน"),
    "cancel_title": ("هل تريد إلغاء دورك؟", "Cancel your place?", "ต้องการยกเลิกคิวหรือไม่"),
    "cancel_text": (
        "ستفقد الرقم {label}، ولا يمكن التراجع",
        "You lose {label}, and it cannot be given back",
        "คุณจะเสียหมายเลข {label} และขอคืนไม่ได้",
    ),
    "cancel_yes": ("نعم، ألغِ دوري", "Yes, cancel my place", "ใช่ ยกเลิกคิว"),
    "cancel_no": ("لا، احتفظ بدوري", "No, keep my place", "ไม่ เก็บคิวไว้"),
    "pin_enter": ("أدخل الرمز", "Enter PIN", "ใส่รหัส"),
    "pin_title": ("أدخل رمز العيادة", "Enter the clinic’s PIN", "ใส่รหัสของคลินิก"),
    "pin_after_2": (
        "بعد الزيارة يعطيك الموظف رمزًا من رقمين",
        "After your visit, staff give you a two-digit PIN",
        "เมื่อเสร็จแล้ว เจ้าหน้าที่จะให้รหัส 2 หลัก",
    ),
    "pin_after": (
        "بعد الزيارة يعطيك الموظف رمزًا من {n} أرقام",
        "After your visit, staff give you a {n}-digit PIN",
        "เมื่อเสร็จแล้ว เจ้าหน้าที่จะให้รหัส {n} หลัก",
    ),
    "pin_leave": ("تم، أنهِ زيارتي", "OK, I am done here", "ตกลง เสร็จแล้ว"),
    "pin_wrong": (
        "الرمز غير صحيح. المحاولات الباقية: {n}",
        "Wrong PIN. Tries left: {n}",
        "รหัสไม่ถูกต้อง เหลืออีก {n} ครั้ง",
    ),
    "pin_locked": (
        "توقفت المحاولات. راجع الموظف",
        "No tries left. Please ask the staff",
        "ใส่ผิดเกินกำหนด กรุณาติดต่อเจ้าหน้าที่",
    ),
    "pin_locked_until": (
        "توقفت المحاولات حتى {time}. راجع الموظف",
        "No tries left until {time}. Please ask the staff",
        "ใส่ผิดเกินกำหนด ลองใหม่ได้หลัง {time} น. หรือติดต่อเจ้าหน้าที่",
    ),
    "pin_digits_2": ("اكتب رقمين", "Please type two digits", "กรุณาใส่ตัวเลข 2 หลัก"),
    "pin_digits": ("اكتب {n} أرقام", "Please type {n} digits", "กรุณาใส่ตัวเลข {n} หลัก"),
    "thanks": (
        "شكرًا. عيادتك التالية: {clinic}",
        "Thank you. Next clinic: {clinic}",
        "ขอบคุณ คลินิกถัดไป: {clinic}",
    ),
    "back": ("رجوع", "Back", "กลับ"),
    "again": ("حاول مرة أخرى", "Try again", "ลองอีกครั้ง"),
    "once_more": (
        "لم يكتمل ذلك. حاول مرة أخرى",
        "That did not go through. Please try again",
        "ทำรายการไม่สำเร็จ กรุณาลองอีกครั้ง",
    ),
    # the route
    "route": ("مسارك اليوم", "Your route today", "เส้นทางของคุณวันนี้"),
    "route_done": (
        "أنهيت مسارك. شكرًا لك",
        "Your route is complete. Thank you",
        "ครบทุกคลินิกแล้ว ขอบคุณ",
    ),
    "route_count": ("{done} من {total}", "{done} of {total}", "{done} จาก {total}"),
    "stop_COMPLETED": ("انتهى", "Done", "เสร็จแล้ว"),
    "stop_IN_QUEUE": ("في الانتظار", "Waiting", "รอเรียก"),
    "stop_READY": ("التالي", "Next", "ถัดไป"),
    "stop_LOCKED": ("لاحقًا", "Later", "ภายหลัง"),
    # the link
    "live": ("مباشر", "Live", "ออนไลน์"),
    "connecting": ("جارٍ الاتصال", "Connecting", "กำลังเชื่อมต่อ"),
    "lost": ("انقطع {time}", "Lost {time}", "ขาดการเชื่อมต่อ {time}"),
    "as_of": ("الساعة {time}", "At {time}", "เวลา {time} น."),
    # pages without a ticket
    "gone_title": ("لا يوجد رقم هنا", "There is no number here", "ไม่พบหมายเลขคิว"),
    "gone_text": (
        "قد يكون هذا الرقم من يوم سابق أو الرابط غير كامل",
        "It may be from an earlier day, or the link is not complete",
        "อาจเป็นหมายเลขของวันก่อน หรือลิงก์ไม่ครบ",
    ),
    "gone_help": (
        "امسح رمز تذكرتك من جديد أو اسأل الاستقبال",
        "Scan the code of your ticket again, or ask at reception",
        "สแกนรหัสบนบัตรคิวอีกครั้ง หรือสอบถามที่เคาน์เตอร์ต้อนรับ",
    ),
    "away_title": ("لحظة من فضلك", "One moment please", "กรุณารอสักครู่"),
    "away_text": (
        "لا نستطيع قراءة دورك الآن. دورك محفوظ",
        "We cannot read your place right now. You keep it",
        "ขณะนี้อ่านคิวของคุณไม่ได้ คิวของคุณยังอยู่",
    ),
    "away_help": (
        "نعيد المحاولة تلقائيًا بعد {n} ثوانٍ",
        "Trying again by itself in {n} seconds",
        "ระบบจะลองใหม่เองใน {n} วินาที",
    ),
    "away_press": (
        "لم نستطع تنفيذ ذلك الآن. اضغط للمحاولة مرة أخرى",
        "We could not do that right now. Press to try again",
        "ทำรายการไม่ได้ในขณะนี้ กดเพื่อลองอีกครั้ง",
    ),
    "languages": ("اللغة", "Language", "ภาษา"),
}
_PLACE = {"ar": 0, "en": 1, "th": 2}
_FEW, _MANY = range(3, 11), range(11, 100)


class Say:
    """Speaks one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._place = _PLACE[language]

    @property
    def direction(self) -> str:
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def __call__(self, sentence: str, **given: object) -> str:
        """A sentence with what is filled in, each piece isolated from the words around it."""
        shown = {name: f"{_LRI}{value}{_PDI}" for name, value in given.items()}
        return SENTENCES[sentence][self._place].format_map(shown)

    def about(self, sentence: str, **given: object) -> str:
        """The same for names, which have the direction of their own letters."""
        shown = {name: f"{_FSI}{value}{_PDI}" for name, value in given.items()}
        return SENTENCES[sentence][self._place].format_map(shown)

    def bold(self, sentence: str, **given: object) -> Markup:
        """The same as HTML, what is filled in bold."""
        shown = {name: Markup("<b>{}</b>").format(value) for name, value in given.items()}
        return escape(SENTENCES[sentence][self._place]).format_map(shown)

    def count(self, sentence: str, n: int, **more: object) -> str:
        """The form of a sentence that the language uses for so many."""
        return self(f"{sentence}_{plural(n)}", n=n, **more)

    def name(self, names: dict[str, str]) -> str:
        """A name in this language, else the first there is."""
        return names.get(self.language) or next(iter(names.values()), "")

    def floor(self, floor: str, *, inside: bool = False) -> str:
        """A floor as a name of its own, or inside a sentence; empty where there is none."""
        plain = floor.strip().casefold()
        stem = "on_floor" if inside else "floor"
        if plain in ("g", "0", "ground"):
            return self(f"{stem}_ground")
        if plain in ("m", "mezzanine"):
            return self(f"{stem}_mezzanine")
        return self(stem, floor=floor.strip()) if plain else ""


def plural(n: int) -> str:
    """Which form of a sentence so many take; Arabic is the language that tells most apart."""
    if n in (0, 1, 2):
        return str(n)
    rest = n % 100
    return "few" if rest in _FEW else "many" if rest in _MANY else "other"
