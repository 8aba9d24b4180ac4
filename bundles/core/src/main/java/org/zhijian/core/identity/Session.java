package org.zhijian.core.identity;

import java.time.Duration;
import org.zhijian.core.access.Caller;

/** A fresh sign-in: the bearer token, never stored in clear, and who it stands for. */
public record Session(String token, Duration expiresIn, Caller caller) {}
