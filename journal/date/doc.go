// Package date holds civil dates: a day on a calendar on a wall, without
// clock or zone. A journal counts in these, since an instant of time falls on
// different days in different places and some local midnights do not exist.
//
// It also reads dates as people write them, in English and Japanese: Parse
// for one day, ParseRange for a stretch of days. Showing dates to people is
// not done here.
package date
