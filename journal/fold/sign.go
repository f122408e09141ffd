package fold

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func isASCII(c byte) bool { return c < utf8.RuneSelf }

func lower[C byte | rune](c C) C {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// quick folds the characters most text is made of. It returns 0 for one it does not know.
// No character that it knows joins the sign before it, and what it folds to does not depend on its neighbours.
func quick(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return lower(r)
	case 'ぁ' <= r && r <= 'ん':
		return r
	case 'ァ' <= r && r <= 'ン':
		return r - 'ァ' + 'ぁ'
	case firstKanji <= r && r <= lastKanji:
		if form := kanji[r-firstKanji]; form != 0 {
			return rune(form)
		}
		return r
	case r == 'ー' || '、' <= r && r <= '〛':
		return r
	case '！' <= r && r <= '～' && r != '－':
		return lower(r - '！' + '!')
	}
	return 0
}

// signEnd returns the end of the sign that begins at byte start of s.
func signEnd(s string, start int) int {
	r, n := utf8.DecodeRuneInString(s[start:])
	end := start + n
	for end < len(s) {
		_, _, joins := first(s[end:])
		if !joins && r != zeroWidthJoiner {
			break
		}
		r, n = utf8.DecodeRuneInString(s[end:])
		end += n
	}
	return end
}

// first looks at the first character of s: what it folds to, 0 if [spellSign] has to say; its length in bytes;
// and whether it belongs to the sign before it.
func first(s string) (letter rune, n int, joins bool) {
	if s == "" {
		return 0, 0, false
	}
	if isASCII(s[0]) {
		return rune(lower(s[0])), 1, false
	}
	r, n := utf8.DecodeRuneInString(s)
	if letter := quick(r); letter != 0 {
		return letter, n, false
	}
	k := lookUp(r)
	return k.letter, n, k.joins
}

const zeroWidthJoiner = 0x200D

// joins says whether r belongs to the sign before it. Where it does not, normalisation treats the two sides apart.
func joins(r rune) bool {
	switch {
	case isUnseen(r), isAccent(r), r == '゛', r == '゜':
		return true
	case 'ㄱ' <= r && r <= 'ㆎ', 'ﾡ' <= r && r <= 'ￜ': // single letters of Hangul, which NFKC joins to syllables
		return true
	case 0x1F3FB <= r && r <= 0x1F3FF: // skin tones of emoji
		return true
	}
	return !norm.NFKC.PropertiesString(string(r)).BoundaryBefore()
}

// known is what is remembered of a single character.
type known struct {
	text   string // what [spell] makes of it
	letter rune   // text, if that is one character and always the whole sign; else 0
	joins  bool
}

func know(r rune) known {
	k := known{text: spell(string(r)), joins: joins(r)}
	if letter, n := utf8.DecodeRuneInString(k.text); n > 0 && n == len(k.text) && r != zeroWidthJoiner {
		k.letter = letter
	}
	return k
}

// pages remembers all characters but those of the high, nearly empty planes, 64 to a page. A page is made when one of its
// characters is first met; if two goroutines meet it at once, both make it.
var pages [0x32400 / pageSize]atomic.Pointer[[pageSize]known]

const pageSize = 64

func lookUp(r rune) known {
	if r >= rune(len(pages)*pageSize) {
		return know(r)
	}
	slot := &pages[r/pageSize]
	page := slot.Load()
	if page == nil {
		page = new([pageSize]known)
		for i := range page {
			page[i] = know(r/pageSize*pageSize + rune(i))
		}
		slot.Store(page)
	}
	return page[r%pageSize]
}

// signs remembers what [spell] made of signs of several characters.
var signs = struct {
	sync.RWMutex
	spelled map[string]string
}{spelled: map[string]string{}}

// Room for every letter with its accents of a few languages; longer signs are made up, not written.
const maxSigns, maxSign = 4096, 16

// spellSign is [spell] for one sign.
func spellSign(s string) string {
	if r, n := utf8.DecodeRuneInString(s); n == len(s) {
		return lookUp(r).text
	}
	if len(s) > maxSign {
		return spell(s)
	}
	signs.RLock()
	text, ok := signs.spelled[s]
	signs.RUnlock()
	if ok {
		return text
	}
	text = spell(s)
	signs.Lock()
	defer signs.Unlock()
	if len(signs.spelled) < maxSigns {
		signs.spelled[strings.Clone(s)] = strings.Clone(text)
	}
	return text
}
