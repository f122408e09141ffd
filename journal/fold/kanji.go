package fold

const (
	firstKanji = 0x4E00
	lastKanji  = 0x9FFF // of the block CJK Unified Ideographs
)

// kanji holds the forms of [kanjiForms] by code point, 0 where a character is its own form.
// otherKanji holds those outside the block, or whose form is.
var kanji, otherKanji = func() (block [lastKanji - firstKanji + 1]uint16, others map[rune]rune) {
	others = map[rune]rune{}
	variant := rune(0)
	for _, r := range kanjiForms {
		switch {
		case variant == 0:
			variant = r
			continue
		case firstKanji <= variant && variant <= lastKanji && r <= lastKanji:
			block[variant-firstKanji] = uint16(r)
		default:
			others[variant] = r
		}
		variant = 0
	}
	return block, others
}()

// kanjiForm returns the form that stands for r, r itself for most characters.
func kanjiForm(r rune) rune {
	if firstKanji <= r && r <= lastKanji {
		if form := kanji[r-firstKanji]; form != 0 {
			return rune(form)
		}
		return r
	}
	if form, ok := otherKanji[r]; ok {
		return form
	}
	return r
}
