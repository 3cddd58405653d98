// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IChain} from "../interfaces/IChain.sol";
import {ChainAdmin} from "./ChainAdmin.sol";
import {ChainStorage} from "./ChainStorage.sol";
import {Getters} from "./Getters.sol";
import {Mailbox} from "./Mailbox.sol";
import {PriorityMode} from "./PriorityMode.sol";

/// @title The contract of one L2, run behind a beacon proxy
contract Chain is Mailbox, PriorityMode, Getters, ChainAdmin, IChain {
    /// @param batchNotOlderSeconds how old the first block of a batch may be when the batch is committed
    /// @param expirationSeconds how long a priority operation may wait
    constructor(uint256 batchNotOlderSeconds, uint256 expirationSeconds)
        ChainStorage(batchNotOlderSeconds, expirationSeconds)
    {
        _disableInitializers();
    }
}
