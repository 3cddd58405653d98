// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {L2_ASSET_ROUTER, TWO_BRIDGES_MAGIC_VALUE} from "../common/Constants.sol";
import {L2TransactionRequestTwoBridgesInner} from "../common/Types.sol";
import {IBridgehub} from "../interfaces/IBridgehub.sol";
import {IL1AssetRouter} from "../interfaces/IL1AssetRouter.sol";
import {IL1NativeTokenVault} from "../interfaces/IL1NativeTokenVault.sol";
import {IL1Nullifier} from "../interfaces/IL1Nullifier.sol";
import {AssetData} from "./AssetData.sol";
import {PausableOwned} from "./PausableOwned.sol";

contract L1AssetRouter is IL1AssetRouter, PausableOwned {
    using SafeERC20 for IERC20;

    /// selector of the shape of L2AssetRouter.finalizeDeposit that deposits use; the name is overloaded
    bytes4 private constant FINALIZE_DEPOSIT = bytes4(keccak256("finalizeDeposit(uint256,bytes32,bytes)"));

    /// @inheritdoc IL1AssetRouter
    address public immutable BRIDGE_HUB;
    /// @inheritdoc IL1AssetRouter
    address public immutable L1_NULLIFIER;

    /// @inheritdoc IL1AssetRouter
    address public nativeTokenVault;

    modifier only(address allowed) {
        if (msg.sender != allowed) revert Unauthorized(msg.sender);
        _;
    }

    constructor(address bridgehub, address nullifier) {
        if (bridgehub == address(0) || nullifier == address(0)) revert ZeroAddress();
        BRIDGE_HUB = bridgehub;
        L1_NULLIFIER = nullifier;
        _disableInitializers();
    }

    function initialize(address owner_) external initializer {
        __PausableOwned_init(owner_);
    }

    /// @inheritdoc IL1AssetRouter
    function setNativeTokenVault(address vault) external onlyOwner {
        if (vault == address(0)) revert ZeroAddress();
        if (nativeTokenVault != address(0)) revert AlreadySet();
        nativeTokenVault = vault;
        emit NativeTokenVaultSet(vault);
    }

    /// @inheritdoc IL1AssetRouter
    function bridgehubDepositBaseToken(uint256 chainId, bytes32 assetId, address originalCaller, uint256 amount)
        external
        payable
        only(BRIDGE_HUB)
        nonReentrant
        whenNotPaused
    {
        emit BridgehubDepositBaseTokenInitiated(chainId, originalCaller, assetId, amount);
        _vault().lockBaseToken{value: msg.value}(chainId, assetId, originalCaller, amount);
    }

    /// @inheritdoc IL1AssetRouter
    function bridgehubDeposit(uint256 chainId, address originalCaller, uint256 value, bytes calldata data)
        external
        payable
        only(BRIDGE_HUB)
        nonReentrant
        whenNotPaused
        returns (L2TransactionRequestTwoBridgesInner memory request)
    {
        if (value != 0) revert NonZeroL2Value(value);
        if (data.length == 0 || data[0] != AssetData.DEPOSIT_VERSION) revert UnsupportedEncodingVersion();
        (bytes32 assetId, bytes memory transferData) = abi.decode(data[1:], (bytes32, bytes));
        // On L2 the base token has no contract that could mint it.
        if (assetId == IBridgehub(BRIDGE_HUB).baseTokenAssetId(chainId)) revert AssetIdNotSupported(assetId);

        IL1NativeTokenVault vault = _vault();
        if (vault.tokenAddress(assetId) == address(0)) vault.tryRegisterTokenFromBurnData(transferData, assetId);
        bytes memory mintData = vault.bridgeBurn{value: msg.value}(chainId, assetId, originalCaller, transferData);

        (uint256 amount,,) = abi.decode(transferData, (uint256, address, address));
        request = L2TransactionRequestTwoBridgesInner({
            magicValue: TWO_BRIDGES_MAGIC_VALUE,
            l2Contract: L2_ASSET_ROUTER,
            l2Calldata: getDepositCalldata(assetId, mintData),
            factoryDeps: new bytes[](0),
            txDataHash: AssetData.depositHash(originalCaller, assetId, amount)
        });
        emit BridgehubDepositInitiated(chainId, request.txDataHash, originalCaller, assetId, mintData);
    }

    /// @inheritdoc IL1AssetRouter
    function bridgehubConfirmL2Transaction(uint256 chainId, bytes32 txDataHash, bytes32 txHash)
        external
        only(BRIDGE_HUB)
    {
        IL1Nullifier(L1_NULLIFIER).bridgehubConfirmL2TransactionForwarded(chainId, txDataHash, txHash);
    }

    /// @inheritdoc IL1AssetRouter
    function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes calldata transferData)
        external
        only(L1_NULLIFIER)
        nonReentrant
    {
        emit DepositFinalizedAssetRouter(chainId, assetId, transferData);
        _vault().bridgeMint(chainId, assetId, transferData);
    }

    /// @inheritdoc IL1AssetRouter
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData
    ) external only(L1_NULLIFIER) nonReentrant {
        (uint256 amount,,) = AssetData.decodeBurn(assetData);
        emit ClaimedFailedDepositAssetRouter(chainId, assetId, assetData);
        _vault().bridgeRecoverFailedTransfer(chainId, assetId, depositSender, amount);
    }

    /// @inheritdoc IL1AssetRouter
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof
    ) external {
        IL1Nullifier(L1_NULLIFIER)
            .bridgeRecoverFailedTransfer(
                chainId,
                depositSender,
                assetId,
                assetData,
                l2TxHash,
                l2BatchNumber,
                l2MessageIndex,
                l2TxNumberInBatch,
                merkleProof
            );
    }

    /// @inheritdoc IL1AssetRouter
    function transferFundsToNTV(bytes32 assetId, uint256 amount, address originalCaller)
        external
        only(nativeTokenVault)
        returns (bool)
    {
        IERC20(_vault().tokenAddress(assetId)).safeTransferFrom(originalCaller, nativeTokenVault, amount);
        return true;
    }

    /// @inheritdoc IL1AssetRouter
    function isWithdrawalFinalized(uint256 chainId, uint256 l2BatchNumber, uint256 l2MessageIndex)
        external
        view
        returns (bool)
    {
        return IL1Nullifier(L1_NULLIFIER).isWithdrawalFinalized(chainId, l2BatchNumber, l2MessageIndex);
    }

    /// @inheritdoc IL1AssetRouter
    function assetHandlerAddress(bytes32 assetId) external view returns (address) {
        return _vault().tokenAddress(assetId) == address(0) ? address(0) : nativeTokenVault;
    }

    /// @inheritdoc IL1AssetRouter
    function l2BridgeAddress(uint256) external pure returns (address) {
        return L2_ASSET_ROUTER;
    }

    /// @inheritdoc IL1AssetRouter
    function getDepositCalldata(bytes32 assetId, bytes memory bridgeMintData) public view returns (bytes memory) {
        return abi.encodeWithSelector(FINALIZE_DEPOSIT, block.chainid, assetId, bridgeMintData);
    }

    function _vault() private view returns (IL1NativeTokenVault) {
        return IL1NativeTokenVault(nativeTokenVault);
    }
}
