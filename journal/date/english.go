package date

// Units of a distance in time, as numbers for the tables of words.
const (
	inDays = iota
	inWeeks
	inMonths
	inYears
)

// englishWords are the numbers that words stand for, by placeholder.
var englishWords = map[string]numbers{
	"monthname": {
		"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
		"january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	},
	"weekday": {
		"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
		"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	},
	"days": {
		"the day before yesterday": -2, "day before yesterday": -2, "yesterday": -1, "today": 0,
		"tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2,
	},
	"relweek":  {"last week": -1, "this week": 0, "next week": 1},
	"relmonth": {"last month": -1, "this month": 0, "next month": 1},
	"relyear":  {"last year": -1, "this year": 0, "next year": 1},
	"count": {
		"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
		"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	},
	"unit": {
		"day": inDays, "days": inDays, "week": inWeeks, "weeks": inWeeks,
		"month": inMonths, "months": inMonths, "year": inYears, "years": inYears,
	},
	"lately": {"last": 0, "the last": 0, "past": 0, "the past": 0},
	"side":   {"ago": -1, "later": 1, "from now": 1, "from today": 1},

	// Words that add nothing.
	"the": {"the ": 0},
	"of":  {"of ": 0},
	"on":  {"on ": 0},
	"th":  {"st": 0, "nd": 0, "rd": 0, "th": 0},
}

var englishForms = []form{
	// May 2; May 2, 2022 (the comma is folded away)
	{`{monthname}.?[- ]?{day}{th}?`, (*reader).calendar},
	{`{monthname}.?[- ]?{day}{th}? {year}`, (*reader).calendar},
	{`{monthname}.?[- ]?{day}{th}? {relyear}`, (*reader).calendar},
	// 2 May, the 2nd of May, 2-May-2022
	{`{the}?{day}{th}?[-/. ]?{of}?{monthname}.?`, (*reader).calendar},
	{`{the}?{day}{th}?[-/. ]?{of}?{monthname}.?[-/. ]?{year}`, (*reader).calendar},
	{`{the}?{day}{th}?[-/. ]?{of}?{monthname}.? {relyear}`, (*reader).calendar},
	// 2022 May 2
	{`{year}[-/. ]?{monthname}.?[-/. ]?{day}`, (*reader).calendar},
	// May, May 2022, May last year, 2022 May
	{`{monthname}`, (*reader).calendar},
	{`{monthname}.?[-/. ]?{of}?{year}`, (*reader).calendar},
	{`{monthname}.? {of}?{relyear}`, (*reader).calendar},
	{`{year}[-/. ]?{monthname}`, (*reader).calendar},
	// the 2nd
	{`{the}?{day}{th}`, (*reader).calendar},
	// May 2–8, 2022
	{`{monthname}.? {day}{th}? ?[-–~] ?{lastday}{th}?`, (*reader).daysOfMonth},
	{`{monthname}.? {day}{th}? ?[-–~] ?{lastday}{th}? {year}`, (*reader).daysOfMonth},

	{`last {weekday}`, (*reader).weekdayBefore},
	{`next {weekday}`, (*reader).weekdayAfter},
	{`this {weekday}`, (*reader).dayOfWeek},
	{`{weekday} {of}?{relweek}`, (*reader).dayOfWeek},
	{`in {count} {unit}`, (*reader).shifted},
}
