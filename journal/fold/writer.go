package fold

import "unicode/utf8"

// dash stands for every kind of dash until writer sees what it follows.
const dash = '‐'

// writer writes folded characters and applies the two rules that look at the character before: a dash after kana is a
// long mark, and ゔ with a small vowel is one sound of the ば row.
type writer struct {
	out  []byte
	last rune // the character put last
}

func (w *writer) putAll(s string) {
	for _, r := range s {
		w.put(r)
	}
}

func (w *writer) put(r rune) {
	before := w.last
	w.last = r
	switch {
	case r < utf8.RuneSelf:
		w.out = append(w.out, byte(r))
		return
	case r == dash:
		r = '-'
		if isKana(before) || before == 'ー' {
			r = 'ー'
		}
		w.last = r
	case r == 'ゔ':
		r = 'ぶ'
	case before == 'ゔ':
		if r = w.soften(r); r == 0 {
			return
		}
	}
	w.out = utf8.AppendRune(w.out, r)
}

// soften turns the ぶ just written for ゔ into the sound that ゔ and the small kana r make together.
// It returns what of r is left to write, 0 for nothing.
func (w *writer) soften(r rune) rune {
	sound, left := 'ぶ', r
	switch r {
	case 'ぁ':
		sound, left = 'ば', 0
	case 'ぃ':
		sound, left = 'び', 0
	case 'ぇ':
		sound, left = 'べ', 0
	case 'ぉ':
		sound, left = 'ぼ', 0
	case 'ゃ', 'ゅ', 'ょ':
		sound = 'び'
	}
	w.out = utf8.AppendRune(w.out[:len(w.out)-len("ぶ")], sound)
	return left
}

// isKana says whether r is a folded kana, or a voicing mark that stands on one.
func isKana(r rune) bool { return 'ぁ' <= r && r <= 'ゖ' || r == 0x3099 || r == 0x309A }
