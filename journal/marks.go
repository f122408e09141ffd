package journal

import (
	"context"
	"unicode"

	"lifelog/journal/date"
)

// Brief is what a list shows of an entry: its head, and the marks behind it.
type Brief struct {
	Head
	Starred bool
	Photo   bool      // it shows a picture
	Tasks   int       // that are not done
	Length  int       // characters that are written, as lengthOf counts
	Until   date.Date // the last day of a span; zero for others
}

// Brief returns what a list shows of an entry, read once and then remembered.
func (j *Journal) Brief(ctx context.Context, id ID) (Brief, error) {
	if brief, ok := j.Known(id); ok {
		return brief, nil
	}
	v, err := j.Load(ctx, id)
	if err != nil || v.Rev == "" {
		return Brief{}, err
	}
	f := factsOf(v)
	return f.brief(), nil
}

// Known is Brief for an entry that was read or saved already; it reads nothing.
func (j *Journal) Known(id ID) (brief Brief, ok bool) {
	if f := j.known.facts(id); f != nil {
		return f.brief(), true
	}
	return Brief{}, false
}

func (f *facts) brief() Brief {
	return Brief{
		Head: f.head, Starred: f.is&starred != 0, Photo: f.is&hasPhoto != 0,
		Tasks: f.tasks, Length: f.length, Until: f.until,
	}
}

// lengthOf is how much is written in a text: its characters without white
// space and without what is drawn over the character before, and its words: runs
// of letters and digits, ended by space, by kanji and kana, which are characters
// and never words, and by what is no ASCII punctuation.
func lengthOf(text string) (characters, words int) {
	in := false // a word
	for _, r := range text {
		word := false
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '_':
			word = true
		case r <= ' ' || r == 0x7f || r == 0x85 || r == 0xa0:
			in = false
			continue
		case r < 0x80, r == '’':
			word = in
		case r < 0x300, 0x3001 <= r && r < 0x3099, 0x4e00 <= r && r < 0xa000:
			if r == 0xad { // a soft hyphen
				continue
			}
			word = r < 0x300 && (unicode.IsLetter(r) || unicode.IsNumber(r))
		case unicode.IsSpace(r):
			in = false
			continue
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Variation_Selector):
			continue
		default:
			word = (unicode.IsLetter(r) || unicode.IsNumber(r)) && !japanese(r)
		}
		characters++
		if word && !in {
			words++
		}
		in = word
	}
	return characters, words
}

// japanese reports whether a letter is one of a script that is written without
// spaces between words.
func japanese(r rune) bool {
	return 0x3000 <= r && r < 0x3200 || 0xff65 <= r && r < 0xffa0 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// Levels are the lengths from which on a day counts as more: a sheet of
// Japanese manuscript paper holds 400 characters, so these are half a sheet,
// two, and six.
var Levels = [...]int{200, 800, 2400}

// Level is how much a length is: 0 for nothing, then 1 for a little to 4 for
// much.
func Level(length int) int {
	if length <= 0 {
		return 0
	}
	level := 1
	for _, from := range Levels {
		if length >= from {
			level++
		}
	}
	return level
}

// Day is what is written on one day.
type Day struct {
	Entries int
	Length  int // of those that were read
	Tasks   int // that are not done
	Starred bool
}

// Days adds up what is known of some entries, by day.
func (j *Journal) Days(ids []ID) map[date.Date]Day {
	days := make(map[date.Date]Day, len(ids))
	j.known.mu.RLock()
	defer j.known.mu.RUnlock()
	for _, id := range ids {
		d := days[id.Date]
		d.Entries++
		if f := j.known.entries[id]; f != nil {
			d.Length += f.length
			d.Tasks += f.tasks
			d.Starred = d.Starred || f.is&starred != 0
		}
		days[id.Date] = d
	}
	return days
}
