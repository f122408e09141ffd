package words

import (
	"errors"

	"lifelog/journal"
	"lifelog/journal/date"
)

var queryFaults = map[journal.QueryErrorKind]Phrase{
	journal.QueryTooLong:     {"the query is too long", "検索のことばが長すぎます"},
	journal.QueryTooMany:     {"the query has too many words; quotes make one of a passage", "検索のことばが多すぎます。引用符で囲むと一つになります"},
	journal.QueryTooDeep:     {"the query has too many parentheses in each other", "かっこの入れ子が深すぎます"},
	journal.QueryUnknown:     {"%s is not known; there are is:starred, has:photo, has:task and has:link", "%s は使えません。is:starred、has:photo、has:task、has:link があります"},
	journal.QueryNumber:      {"%s is not a number", "%s は数ではありません"},
	journal.QueryRegexp:      {"the regular expression cannot be read: %s", "正規表現として読めません：%s"},
	journal.QueryRegexpLarge: {"the regular expression is too large", "正規表現が大きすぎます"},
}

// QueryFault says why a query cannot be understood.
func (l Lang) QueryFault(e *journal.QueryError) string {
	var fault *date.Error
	switch p, ok := queryFaults[e.Kind]; {
	case errors.As(e, &fault):
		return e.Part + ": " + l.DateFault(fault)
	case !ok:
		return e.Error()
	case e.Kind == journal.QueryUnknown, e.Kind == journal.QueryNumber:
		return l.Say(p, e.Part)
	case e.Kind == journal.QueryRegexp && e.Cause != nil:
		return l.Say(p, e.Cause)
	default:
		return l.Say(p)
	}
}
