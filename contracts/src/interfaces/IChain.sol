// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IChainAdmin} from "./IChainAdmin.sol";
import {IExecutor} from "./IExecutor.sol";
import {IGetters} from "./IGetters.sol";
import {IMailbox} from "./IMailbox.sol";
import {IPriorityMode} from "./IPriorityMode.sol";

/// @title The contract of one L2
interface IChain is IMailbox, IExecutor, IPriorityMode, IGetters, IChainAdmin {}
