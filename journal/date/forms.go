package date

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A form is one way to write a date: a regular expression over folded text,
// with placeholders in braces that stand for numbers, and what the numbers
// mean. The first form that matches a text decides.
type form struct {
	pattern string
	read    func(*reader, numbers) (Range, *Error)
}

// forms are those made of digits and the ones that both languages share;
// englishForms and japaneseForms are the rest.
var forms = []form{
	{`{year}-{month}-{day}`, (*reader).calendar},
	{`{year}/{month}/{day}`, (*reader).calendar},
	{`{year}\.{month}\.{day}\.?`, (*reader).calendar},
	{`{year}{mm}{dd}`, (*reader).calendar},
	{`{year}[-/.]{month}`, (*reader).calendar},
	{`{year}`, (*reader).calendar},
	{`{month}/{day}`, (*reader).calendar},
	{`{a}[-.]{b}\.?`, (*reader).anyOrder},          // 12.06
	{`{a}[-/.]{b}[-/.]{year}`, (*reader).anyOrder}, // 12/06/2022
	{`{a}-{b}-{c}`, (*reader).shortYear},
	{`{a}/{b}/{c}`, (*reader).shortYear},
	{`{a}\.{b}\.{c}\.?`, (*reader).shortYear},
	{`{day}`, (*reader).dayBeside}, // the 8 of 5/2-8

	{`{days}`, (*reader).shifted},                           // yesterday, 昨日
	{`{count} ?{unit} ?{side}`, (*reader).shifted},          // 3 days ago, 3日前
	{`{weekday}`, (*reader).weekday},                        // friday, 金曜
	{`{relweek}`, (*reader).week},                           // last week, 先週
	{`{relweek} ?の?(?:on )?{weekday}`, (*reader).dayOfWeek}, // 先週の金曜
	{`{relmonth}`, (*reader).calendar},                      // last month, 先月
	{`{relyear}`, (*reader).calendar},                       // last year, 去年
}

// numbers are what the placeholders of a form stood for.
type numbers map[string]int

// placeholder is a part of a form: a word of a list or else digits, read as
// the number called key. An empty key is the placeholder's own name.
type placeholder struct {
	key    string
	digits string // regular expression, "" for words only
	words  numbers
}

// placeholders by name. Those of one key may not meet in one form.
func placeholders() map[string]placeholder {
	p := map[string]placeholder{
		"year":      {digits: `\d{4}`},
		"month":     {digits: `\d{1,2}`},
		"mm":        {key: "month", digits: `\d\d`},
		"monthname": {key: "month"},
		"day":       {digits: `\d{1,2}`},
		"dd":        {key: "day", digits: `\d\d`},
		"a":         {digits: `\d{1,2}`},
		"b":         {digits: `\d{1,2}`},
		"c":         {digits: `\d{1,2}`},
		"lastday":   {digits: `\d{1,2}`},
		"count":     {digits: `\d{1,4}`},
		"erayear":   {digits: `\d{1,3}`},
	}
	for _, language := range []map[string]numbers{englishWords, japaneseWords, {"era": eraNames()}} {
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
}

// pattern is a form compiled: group i is the number keys[i], spelt as one of
// words[i] or in digits.
type pattern struct {
	*regexp.Regexp
	words []numbers
	read  func(*reader, numbers) (Range, *Error)
}

// compiled are all tables ready for use.
type compiled struct {
	forms    []pattern
	weekdays []pattern        // a date (group "rest") and its weekday
	ranges   []*regexp.Regexp // two dates (groups "from" and "to")
}

// tables compiles at the first use: most runs of the program read no dates.
var tables = sync.OnceValue(func() compiled {
	known := placeholders()
	var t compiled
	for _, f := range slices.Concat(forms, englishForms, japaneseForms) {
		t.forms = append(t.forms, compile(f, known))
	}
	for _, p := range weekdayForms {
		t.weekdays = append(t.weekdays, compile(form{pattern: p}, known))
	}
	for _, p := range rangeForms {
		t.ranges = append(t.ranges, regexp.MustCompile(`^(?:`+p+`)$`))
	}
	return t
})

var placeholderName = regexp.MustCompile(`\{[a-z]+\}`)

func compile(f form, known map[string]placeholder) pattern {
	byKey := map[string]numbers{}
	source := placeholderName.ReplaceAllStringFunc(f.pattern, func(braced string) string {
		name := strings.Trim(braced, "{}")
		p := known[name]
		key := p.key
		if key == "" {
			key = name
		}
		byKey[key] = p.words
		var ways []string
		for _, w := range slices.Sorted(maps.Keys(p.words)) {
			ways = append(ways, regexp.QuoteMeta(w))
		}
		if p.digits != "" {
			ways = append(ways, p.digits)
		}
		return `(?P<` + key + `>` + strings.Join(ways, "|") + `)`
	})
	out := pattern{Regexp: regexp.MustCompile(`^(?:` + source + `)$`), read: f.read}
	for _, key := range out.SubexpNames() {
		out.words = append(out.words, byKey[key])
	}
	return out
}

// match is the text in each group and what the placeholders stood for; ok is
// false if text does not have this form.
func (p pattern) match(text string) (groups []string, n numbers, ok bool) {
	groups = p.FindStringSubmatch(text)
	if groups == nil {
		return nil, nil, false
	}
	n = numbers{}
	for i, key := range p.SubexpNames() {
		if key == "" || groups[i] == "" {
			continue
		}
		if v, isWord := p.words[i][groups[i]]; isWord {
			n[key] = v
		} else if v, isNumber := digits(groups[i]); isNumber {
			n[key] = v
		}
	}
	return groups, n, true
}

// group is the text of a named group of a match.
func group(re *regexp.Regexp, match []string, name string) string {
	return match[re.SubexpIndex(name)]
}
