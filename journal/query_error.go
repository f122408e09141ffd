package journal

import "fmt"

// QueryErrorKind says what is wrong with a query, so that a face can say it
// in its own words.
type QueryErrorKind int

const (
	// QueryTooLong: the query has more than 10,000 characters.
	QueryTooLong QueryErrorKind = iota
	// QueryTooMany: the query has more than 256 words and other parts.
	QueryTooMany
	// QueryTooDeep: parentheses are nested more than 100 deep.
	QueryTooDeep
	// QueryUnknown: is: or has: with something it does not know.
	QueryUnknown
	// QueryDate: not a date; the cause is a *date.Error.
	QueryDate
	// QueryNumber: > or < with something that is no number.
	QueryNumber
	// QueryRegexp: not a regular expression; the cause says why.
	QueryRegexp
	// QueryRegexpLarge: a regular expression that would take too long.
	QueryRegexpLarge
)

// QueryError says why a query cannot be understood, and where.
type QueryError struct {
	Kind     QueryErrorKind
	From, To int    // the bytes of the query that it is about
	Part     string // these bytes, or what of them is wrong
	Cause    error  // of QueryDate and QueryRegexp
}

// Error is an English sentence.
func (e *QueryError) Error() string {
	switch e.Kind {
	case QueryTooLong:
		return fmt.Sprintf("the query is longer than %d characters", maxQuery)
	case QueryTooMany:
		return fmt.Sprintf("the query has more than %d words; put quotes around a passage to look for it as it stands", maxClauses)
	case QueryTooDeep:
		return fmt.Sprintf("the query has parentheses more than %d deep", maxNesting)
	case QueryUnknown:
		return fmt.Sprintf("%q is not known here; there are is:starred, has:photo, has:task and has:link", e.Part)
	case QueryNumber:
		return fmt.Sprintf("%q is not a number", e.Part)
	case QueryRegexpLarge:
		return "the regular expression is too large"
	case QueryRegexp:
		return "the regular expression cannot be read: " + e.Cause.Error()
	}
	return e.Cause.Error()
}

// Unwrap is the cause.
func (e *QueryError) Unwrap() error { return e.Cause }
