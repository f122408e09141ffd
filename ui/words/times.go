package words

import (
	"fmt"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
)

var (
	yesterday = Phrase{"yesterday", "昨日"}
	today     = Phrase{"today", "今日"}
	daysAgo   = Phrase{"%d days ago", "%d日前"}
)

// occasions say why a state of an entry was kept.
var occasions = map[journal.Occasion]Phrase{
	journal.OnOpening:    {"as it was opened", "開いたとき"},
	journal.OnWriting:    {"while writing", "書いている途中"},
	journal.OnLeaving:    {"as it was left", "書きおえたとき"},
	journal.OnJoining:    {"before another program's change", "ほかのプログラムの変更の前"},
	journal.OnForeign:    {"by another program", "ほかのプログラムによる"},
	journal.OnRemoving:   {"before it was removed", "削除の前"},
	journal.OnRecovering: {"recovered", "下書きから戻した"},
	journal.OnRestoring:  {"brought back", "戻した"},
}

// Occasion says why a state was kept; "" for no occasion.
func (l Lang) Occasion(on journal.Occasion) string { return l.Say(occasions[on]) }

// When says when something was, to the minute, as in "yesterday 14:05".
func (l Lang) When(t, now time.Time) string {
	d, this := date.Of(t), date.Of(now)
	day := ""
	switch ago := this.Sub(d); {
	case ago == 0:
		day = l.Say(today)
	case ago == 1:
		day = l.Say(yesterday)
	case ago > 1 && ago < 7:
		day = l.Say(daysAgo, ago)
	case d.Year != this.Year && l == Japanese:
		day = fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
	case d.Year != this.Year:
		day = fmt.Sprintf("%d %s %d", d.Day, d.Month.String()[:3], d.Year)
	case l == Japanese:
		day = fmt.Sprintf("%d月%d日(%s)", d.Month, d.Day, l.Weekday(d))
	default:
		day = fmt.Sprintf("%s %d %s", l.Weekday(d), d.Day, d.Month.String()[:3])
	}
	return day + " " + t.Format("15:04")
}
