package date

import "time"

// eraBegins are the first days of the eras, each in its year 1 (元年); the
// number of an era in japaneseWords is its index.
var eraBegins = []Date{
	{1868, time.January, 25},
	{1912, time.July, 30},
	{1926, time.December, 25},
	{1989, time.January, 8},
	{2019, time.May, 1},
}

// maxEraYear bounds the years of an era; the longest so far, 昭和, had 64.
const maxEraYear = 99

var kanjiWeekdays = numbers{"日": 0, "月": 1, "火": 2, "水": 3, "木": 4, "金": 5, "土": 6}

// japaneseWords are the numbers that words stand for, by placeholder. They
// are compared with folded text, whose numerals are digits.
var japaneseWords = map[string]numbers{
	"weekday": {
		"日曜": 0, "月曜": 1, "火曜": 2, "水曜": 3, "木曜": 4, "金曜": 5, "土曜": 6,
		"日曜日": 0, "月曜日": 1, "火曜日": 2, "水曜日": 3, "木曜日": 4, "金曜日": 5, "土曜日": 6,
	},
	"days": {
		"一昨昨日": -3, "一昨々日": -3, "さきおととい": -3, "一昨日": -2, "おととい": -2,
		"昨日": -1, "きのう": -1, "さくじつ": -1, "今日": 0, "本日": 0, "きょう": 0,
		"明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2, "明々後日": 3, "明明後日": 3, "しあさって": 3,
	},
	"relweek": {
		"先々週": -2, "先先週": -2, "先週": -1, "せんしゅう": -1, "今週": 0, "こんしゅう": 0, "来週": 1, "らいしゅう": 1, "再来週": 2,
	},
	"relmonth": {
		"先々月": -2, "先先月": -2, "先月": -1, "せんげつ": -1, "今月": 0, "こんげつ": 0, "来月": 1, "らいげつ": 1, "再来月": 2,
	},
	"relyear": {
		"一昨年": -2, "おととし": -2, "去年": -1, "きょねん": -1, "昨年": -1, "さくねん": -1,
		"今年": 0, "本年": 0, "ことし": 0, "来年": 1, "らいねん": 1, "再来年": 2,
	},
	"unit": {
		"日": inDays, "日間": inDays, "週": inWeeks, "週間": inWeeks,
		"か月": inMonths, "ヶ月": inMonths, "ケ月": inMonths, "カ月": inMonths, "ヵ月": inMonths, "箇月": inMonths, "か月間": inMonths,
		"年": inYears, "年間": inYears,
	},
	"lately": {"過去": 0, "直近": 0, "直近の": 0, "最近": 0, "この": 0, "ここ": 0},
	"side":   {"前": -1, "後": 1},
	"era": {
		"明治": 0, "m": 0, "大正": 1, "t": 1, "昭和": 2, "s": 2, "平成": 3, "h": 3, "令和": 4, "r": 4,
	},
	"erayear": {"元": 1},
	"holiday": {"祝": 0, "祝日": 0, "休": 0, "休日": 0},
}

var japaneseForms = []form{
	{`{year}年{month}月{day}日?`, (*reader).calendar},
	{`{year}年{month}月`, (*reader).calendar},
	{`{year}年`, (*reader).calendar},
	{`{month}月{day}日?`, (*reader).calendar},
	{`{month}月`, (*reader).calendar},
	{`{day}日`, (*reader).calendar},
	{`{era}.?{erayear}年{month}月{day}日?`, (*reader).calendar}, // 令和4年5月2日
	{`{era}.?{erayear}-{month}-{day}`, (*reader).calendar},
	{`{era}.?{erayear}/{month}/{day}`, (*reader).calendar},
	{`{era}.?{erayear}.{month}.{day}`, (*reader).calendar}, // R4.5.2
	{`{era}.?{erayear}年{month}月`, (*reader).calendar},
	{`{era}.?{erayear}[-/.]{month}`, (*reader).calendar},
	{`{era}.?{erayear}年?`, (*reader).calendar},
	{`{relyear}の?{month}[/月]{day}日?`, (*reader).calendar}, // 去年の5月2日
	{`{relyear}の?{month}月`, (*reader).calendar},
	{`{relmonth}の?{day}日`, (*reader).calendar},
}
