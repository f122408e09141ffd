package settings

import (
	"fmt"
	"time"
)

// Clock is a time before noon, as long after midnight, written as in "04:00".
type Clock time.Duration

// UnmarshalText reads a time.
func (c *Clock) UnmarshalText(text []byte) error {
	t, err := time.Parse("15:04", string(text))
	if err != nil || t.Hour() >= 12 {
		return fmt.Errorf("%q is no time before noon; write it as in 04:00", text)
	}
	*c = Clock(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute)
	return nil
}

func (c Clock) String() string {
	d := time.Duration(c)
	return fmt.Sprintf("%02d:%02d", int(d.Hours()), int(d.Minutes())%60)
}
