"""Words that stand in every text. „не“ and „без“ are none: they turn a meaning round."""

_WORDS = (
    "а ако ала бе би бил била били било в ви вие във все всички г го гр да дали до докато е за защо и из или им има "
    "й как като ко която които което който кой ли м ме ми много може му н на над най него неговия нея ни ние но о от "
    "още по под поради при през с са само се след си сме срещу със също т такъв там те тези този това той то тя у ще "
    "че я обл общ the a an and or of in on at to for from by with is are was be as it its this that"
)
STOP_WORDS = frozenset(_WORDS.split())
