package date

import "strings"

// A form is one way to write a date and what its numbers mean. The first form
// that matches a folded text decides.
type form struct {
	pattern pattern
	read    func(*reader, numbers) (Range, *Error)
}

// sharedForms are those made of digits alone and those made of words that
// both languages have.
var sharedForms = []form{
	{`{year}-{month}-{day}`, (*reader).calendar},
	{`{year}/{month}/{day}`, (*reader).calendar},
	{`{year}.{month}.{day}.?`, (*reader).calendar},
	{`{year}{mm}{dd}`, (*reader).calendar},
	{`{year}[-/.]{month}`, (*reader).calendar},
	{`{year}`, (*reader).calendar},
	{`{month}/{day}`, (*reader).calendar},
	{`{a}[-.]{b}.?`, (*reader).anyOrder},           // 12.06
	{`{a}[-/.]{b}[-/.]{year}`, (*reader).anyOrder}, // 12/06/2022
	{`{a}-{b}-{c}`, (*reader).shortYear},
	{`{a}/{b}/{c}`, (*reader).shortYear},
	{`{a}.{b}.{c}.?`, (*reader).shortYear},
	{`{day}`, (*reader).dayBeside}, // the 8 of 5/2-8

	{`{days}`, (*reader).shifted},                        // yesterday, 昨日
	{`{count} ?{unit} ?{side}`, (*reader).shifted},       // 3 days ago, 3日前
	{`{lately} ?{count} ?{unit}`, (*reader).lately},      // last 12 months, 過去5年
	{`{weekday}`, (*reader).weekday},                     // friday, 金曜
	{`{relweek}`, (*reader).week},                        // last week, 先週
	{`{relweek} ?の?{on}?{weekday}`, (*reader).dayOfWeek}, // 先週の金曜
	{`{relmonth}`, (*reader).calendar},                   // last month, 先月
	{`{relyear}`, (*reader).calendar},                    // last year, 去年
}

// A weekday may stand before or after a date.
var (
	leadingWeekday   pattern = `{shortweekday}.? ` // Mon, 2 May 2022
	trailingWeekdays         = []pattern{
		` ?({shortweekday}/?{holiday}?)`, // 2022年5月2日(月), 5月3日(火・祝)
		` ?{weekday}`,                    // 2022年5月2日月曜日
	}
)

// separators stand between the dates of a range, in the order of trying.
var separators = []string{"...", "..", "~", "–", " - ", "から", " to ", " until ", " till "}

// splitRange is the two ends of a folded text, "" for an open one; ok is
// false if it is not a range. A hyphen without spaces joins two dates only if
// it is the only one: 5/2-5/8.
func splitRange(text string) (from, to string, ok bool) {
	text, begins := strings.CutPrefix(text, "from ")
	for _, s := range separators {
		if a, b, ok := strings.Cut(text, s); ok {
			b = strings.TrimSuffix(b, "まで")
			from, to = strings.TrimSpace(a), strings.TrimSpace(b)
			return from, to, from+to != ""
		}
	}
	if begins {
		return text, "", true
	}
	if from, ok := strings.CutPrefix(text, "since "); ok {
		return from, "", true
	}
	for _, word := range []string{"to ", "until ", "till "} {
		if to, ok := strings.CutPrefix(text, word); ok {
			return "", to, true
		}
	}
	if to, ok := strings.CutSuffix(text, "まで"); ok && to != "" {
		return "", to, true
	}
	if strings.Count(text, "-") == 1 {
		from, to, _ = strings.Cut(text, "-")
		return from, to, from != "" && to != ""
	}
	return "", "", false
}
