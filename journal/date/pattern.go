package date

import (
	"maps"
	"strings"
	"sync"
	"unicode/utf8"
)

// A pattern is a sequence of items, each of which may be followed by ? if it
// may be missing:
//
//	x      the character x
//	[xyz]  one of the characters x, y, z
//	{name} a placeholder: digits or a word that stands for a number
//
// It matches only a whole text. Regular expressions of this size would take
// longer to compile than the program may take to start.
type pattern string

// numbers are what the placeholders of a pattern stood for, by their keys.
type numbers map[string]int

// or is the number called key, or other if it was not written.
func (n numbers) or(key string, other int) int {
	if v, ok := n[key]; ok {
		return v
	}
	return other
}

// placeholder is a word of a list or least to most digits, whose number is
// called key; an empty key is the placeholder's own name.
type placeholder struct {
	key         string
	least, most int
	words       numbers
}

// placeholders are all known ones by name. Those of one key may not meet in
// one pattern.
var placeholders = sync.OnceValue(func() map[string]placeholder {
	p := map[string]placeholder{
		"year":      {least: 4, most: 4},
		"month":     {least: 1, most: 2},
		"mm":        {least: 2, most: 2, key: "month"},
		"monthname": {key: "month"},
		"day":       {least: 1, most: 2},
		"dd":        {least: 2, most: 2, key: "day"},
		"lastday":   {least: 1, most: 2},
		"a":         {least: 1, most: 2},
		"b":         {least: 1, most: 2},
		"c":         {least: 1, most: 2},
		"count":     {least: 1, most: 4},
		"erayear":   {least: 1, most: 3},
	}
	for _, language := range []map[string]numbers{englishWords, japaneseWords} {
		for name, words := range language {
			one := p[name]
			if one.words == nil {
				one.words = numbers{}
			}
			maps.Copy(one.words, words)
			p[name] = one
		}
	}
	// Beside a date, where it cannot be taken for anything else, 月 is enough.
	short := placeholder{key: "weekday", words: maps.Clone(p["weekday"].words)}
	maps.Copy(short.words, kanjiWeekdays)
	p["shortweekday"] = short
	return p
})

// longestWord is the bytes of the longest word of a placeholder.
const longestWord = len("the day before yesterday")

// match is what the placeholders of p stand for in text; ok is false if text
// does not have this form.
func (p pattern) match(text string) (n numbers, ok bool) {
	n = numbers{}
	return n, p.fill(n, text)
}

// fill is match; it adds to n only if p matches.
func (p pattern) fill(n numbers, text string) bool {
	if p == "" {
		return text == ""
	}
	item, optional, rest := p.cut()
	switch item[0] {
	case '{':
		if rest.fillAfter(item[1:len(item)-1], n, text) {
			return true
		}
	default:
		set := strings.Trim(item, "[]")
		if r, size := utf8.DecodeRuneInString(text); size > 0 && strings.ContainsRune(set, r) && rest.fill(n, text[size:]) {
			return true
		}
	}
	return optional && rest.fill(n, text)
}

// fillAfter fills a placeholder and then p, preferring more digits and longer
// words.
func (p pattern) fillAfter(name string, n numbers, text string) bool {
	holder := placeholders()[name]
	key := holder.key
	if key == "" {
		key = name
	}
	for size := min(len(text), holder.most); size >= max(holder.least, 1); size-- {
		if v, ok := digits(text[:size]); ok && p.fill(n, text[size:]) {
			n[key] = v
			return true
		}
	}
	if holder.words == nil {
		return false
	}
	for size := min(len(text), longestWord); size > 0; size-- {
		if v, ok := holder.words[text[:size]]; ok && p.fill(n, text[size:]) {
			n[key] = v
			return true
		}
	}
	return false
}

// cut takes the first item off p.
func (p pattern) cut() (item string, optional bool, rest pattern) {
	_, size := utf8.DecodeRuneInString(string(p))
	switch p[0] {
	case '{':
		size = strings.IndexByte(string(p), '}') + 1
	case '[':
		size = strings.IndexByte(string(p), ']') + 1
	}
	item, rest = string(p[:size]), p[size:]
	after, optional := strings.CutPrefix(string(rest), "?")
	return item, optional, pattern(after)
}
