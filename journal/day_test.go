package journal

import (
	"testing"
	"time"
	_ "time/tzdata" // the zones, where the system has none
)

// The clock on the wall says which day it is, whatever it did in the night; and
// the day ends when it says so.
func TestToday(t *testing.T) {
	const hour = time.Hour
	for _, c := range []struct {
		name, zone, now string // in UTC
		start           time.Duration
		want            string
		left            time.Duration
	}{
		{"midnight", "UTC", "2022-05-02T00:00:00Z", 0, "2022-05-02", 24 * hour},
		{"a second before", "UTC", "2022-05-01T23:59:59Z", 0, "2022-05-01", time.Second},
		{"a late night", "Asia/Tokyo", "2022-05-01T18:59:59Z", 4 * hour, "2022-05-01", time.Second},
		{"the morning", "Asia/Tokyo", "2022-05-01T19:00:00Z", 4 * hour, "2022-05-02", 24 * hour},
		{"the new year", "UTC", "2023-01-01T03:30:00Z", 4 * hour, "2022-12-31", 30 * time.Minute},
		{"a night of 23 hours", "America/New_York", "2022-03-13T05:30:00Z", 4 * hour, "2022-03-12", 2*hour + 30*time.Minute},
		{"a night of 25 hours", "America/New_York", "2022-11-06T04:30:00Z", 4 * hour, "2022-11-05", 4*hour + 30*time.Minute},
		{"an hour that is there twice, first", "America/New_York", "2022-11-06T05:45:00Z", 0, "2022-11-06", 23*hour + 15*time.Minute},
		{"a day that begins at one", "America/Sao_Paulo", "2018-11-04T02:30:00Z", 0, "2018-11-03", 30 * time.Minute},
		{"and one with a late night", "America/Sao_Paulo", "2018-11-04T03:30:00Z", 4 * hour, "2018-11-03", 2*hour + 30*time.Minute},
		{"midnight twice", "America/Havana", "2022-11-06T05:30:00Z", 4 * hour, "2022-11-05", 3*hour + 30*time.Minute},
		{"the day before one that never was", "Pacific/Apia", "2011-12-30T09:59:00Z", 0, "2011-12-29", time.Minute},
		{"the day after", "Pacific/Apia", "2011-12-30T10:00:00Z", 0, "2011-12-31", 24 * hour},
		{"a late night over it", "Pacific/Apia", "2011-12-30T13:00:00Z", 4 * hour, "2011-12-29", hour},
		{"a zone a quarter off", "Asia/Kathmandu", "2022-05-01T18:14:00Z", 0, "2022-05-01", time.Minute},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		j := Open(nil, func() time.Time { return now.In(zone) })
		j.StartDay(c.start)
		if got, left := j.Today().String(), j.DayLeft(); got != c.want || left != c.left {
			t.Errorf("%s: %s with %v left, want %s with %v", c.name, got, left, c.want, c.left)
		}
	}
}
