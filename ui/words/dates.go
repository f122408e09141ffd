package words

import (
	"errors"

	"lifelog/journal/date"
)

var dateFaults = map[date.Kind]Phrase{
	date.Unknown:      {"not a date; write it as in 2022-05-02, yesterday or last friday", "日付として読めません。2022-05-02、昨日、先週の金曜 のように書きます"},
	date.NotISO:       {"not a date as in 2022-05-02", "2022-05-02 の形の日付ではありません"},
	date.NoSuchDay:    {"the calendar has no such day", "その日は暦にありません"},
	date.WrongWeekday: {"that day is another weekday: %s", "曜日が違います：%s"},
	date.Ambiguous:    {"it can be read as several days; write it as in 2022-05-02", "いくつかの日付に読めます。2022-05-02 のように書きます"},
	date.ManyDays:     {"several days; name one", "期間ではなく一日を入力します"},
	date.Backwards:    {"it ends before it begins", "終わりが始まりより前です"},
}

// DateFault says why a text is no date, for an error of the package date.
func (l Lang) DateFault(err error) string {
	var fault *date.Error
	if !errors.As(err, &fault) {
		return err.Error()
	}
	if fault.Kind == date.WrongWeekday && len(fault.Dates) > 0 {
		return l.Say(dateFaults[fault.Kind], l.Day(fault.Dates[0]))
	}
	return l.Say(dateFaults[fault.Kind])
}
