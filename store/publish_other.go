//go:build !linux && !darwin && !windows

package store

func replace(f *folder, in, name, out string) error { return replaceByLink(f, in, name, out) }

func publish(f *folder, in, name string) error { return publishByLink(f, in, name) }
