package org.zhijian.core.internal.audit;

/** Checkpoints are not as this node knows them; nothing is sealed behind them before somebody has looked. */
final class BrokenChainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenChainException(String message) {
        super(message);
    }
}
