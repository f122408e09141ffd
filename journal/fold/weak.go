package fold

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Weak returns the weak form of folded text. It finds what the folded form misses, and some things that were not meant,
// so its hits belong after the others. It is the folded form without
//
//   - ー and ・ (サーバルーム サーバールーム, データ・サイエンス データサイエンス)
//   - spaces and single line breaks between kana or kanji
//   - one or two kana of an ending between kanji (取り扱い 取扱い)
func Weak(folded string) string {
	w := weakener{out: make([]byte, 0, len(folded))}
	w.weaken(folded)
	return string(w.out)
}

// WeakPositions returns the weak form of folded text and, for each of its bytes, the byte offset in folded at which the
// character begins that the byte is of; at the end stands len(folded) once more. What was left out after a character
// counts as part of it. [Source] turns a match into a range of the folded text.
func WeakPositions(folded string) (weak string, at []int32) {
	w := weakener{out: make([]byte, 0, len(folded)), at: make([]int32, 0, len(folded)+1), track: true}
	w.weaken(folded)
	return string(w.out), append(w.at, int32(len(folded)))
}

// HoldsWeak says whether the weak form of folded text contains weak, which is a weak form itself. It makes that form only
// where it finds the characters of weak with nothing but what may be left out between them.
func HoldsWeak(folded []byte, weak string) bool {
	_, n := utf8.DecodeRuneInString(weak)
	for rest := folded; ; rest = rest[n:] {
		at := bytes.Index(rest, []byte(weak[:n]))
		if at < 0 {
			return false
		}
		rest = rest[at:]
		if beginsWeak(rest, weak) {
			return strings.Contains(Weak(string(folded)), weak)
		}
		if n == 0 {
			return true
		}
	}
}

// beginsWeak says whether folded text begins with the characters of weak, if some of what stands between them is left out.
// More may have to be left out, or less; but no text with weak in its weak form is turned down.
func beginsWeak(folded []byte, weak string) bool {
	kanji, endings := false, 0
	for weak != "" {
		r, n := utf8.DecodeRune(folded)
		next, m := utf8.DecodeRuneInString(weak)
		switch {
		case n == 0:
			return false
		case string(folded[:n]) == weak[:m]:
			weak, kanji, endings = weak[m:], isKanji(next), 0
		case r == 'ー', r == '・', isSpace(r):
		case kanji && endings < 2 && isEnding(r):
			endings++
		default:
			return false
		}
		folded = folded[n:]
	}
	return true
}

// shortest is how many letters a query without kanji needs to be searched for more loosely: はと must not find ハート.
const shortest = 3

// Loosen returns what else to look for when a folded query finds too little: word, the query without a long mark at its
// end (サーバー finds サーバ), in folded text; and weak, its weak form, in weak text. Either is "" if it is too short or
// nothing else than the query.
func Loosen(query string) (word, weak string) {
	if word = strings.TrimRight(query, "ー"); word == query || utf8.RuneCountInString(word) < shortest {
		word = ""
	}
	weak = Weak(query)
	if n := utf8.RuneCountInString(weak); n < shortest && (n < 2 || strings.IndexFunc(weak, isKanji) < 0) {
		weak = ""
	}
	return word, weak
}

// weakener writes a weak form.
type weakener struct {
	out   []byte
	at    []int32 // as in [WeakPositions]; kept only if track
	track bool

	last   rune // the character put last
	stem   int  // len(out) after the last kanji
	ending int  // how many kana of an ending were put since; -1 if anything else was
}

func (w *weakener) weaken(s string) {
	w.ending = -1
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && !isSpace(rune(s[i])) {
			w.put(rune(s[i]), i)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == 'ー', r == '・':
		case isSpace(r) && isJapanese(w.last):
			n = spaces(s[i:])
			if !w.joined(s[i:i+n], s[i+n:]) {
				for j, space := range s[i : i+n] {
					w.put(space, i+j)
				}
			}
		default:
			w.put(r, i)
		}
		i += n
	}
}

// joined says whether the space between two characters is only where a Japanese word was broken.
func (w *weakener) joined(space, rest string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "ー・"))
	return isJapanese(next) && strings.Count(space, "\n") <= 1
}

func (w *weakener) put(r rune, from int) {
	kanji := isKanji(r)
	if kanji && (w.ending == 1 || w.ending == 2) {
		w.out = w.out[:w.stem]
		if w.track {
			w.at = w.at[:w.stem]
		}
	}
	w.last = r
	w.out = utf8.AppendRune(w.out, r)
	switch {
	case kanji:
		w.stem, w.ending = len(w.out), 0
	case w.ending >= 0 && isEnding(r):
		w.ending++
	default:
		w.ending = -1
	}
	if w.track {
		for len(w.at) < len(w.out) {
			w.at = append(w.at, int32(from))
		}
	}
}

// spaces returns the length of the white space that s begins with.
func spaces(s string) int { return len(s) - len(strings.TrimLeftFunc(s, isSpace)) }

func isSpace(r rune) bool { return r == ' ' || '\t' <= r && r <= '\r' }

func isKanji(r rune) bool {
	return firstKanji <= r && r <= lastKanji || r == '々' || r > lastKanji && unicode.Is(unicode.Han, r)
}

func isJapanese(r rune) bool { return isKana(r) || r == 'ー' || isKanji(r) }

// isEnding says whether r is a kana that ends verbs and so is often left out between kanji (申し込み 申込み).
// The kana that are particles (の を に は が と も へ で) are not among them.
func isEnding(r rune) bool {
	return strings.ContainsRune("いえきぎくぐけげしせちっつてびぶべみめりるれわ", r)
}
